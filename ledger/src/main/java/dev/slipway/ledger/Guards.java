package dev.slipway.ledger;

import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import java.util.Map;

/**
 * The versions of the control streams that a decision read: for each stream the position of its
 * last entry, {@link Position#START} when it had none.
 */
public record Guards(Map<StreamKey, Position> versions) {

  /** What reads no control stream, as reports do. */
  public static final Guards NONE = new Guards(Map.of());

  public Guards {
    versions = Map.copyOf(versions);
  }
}
