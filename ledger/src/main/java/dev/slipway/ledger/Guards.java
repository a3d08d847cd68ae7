package dev.slipway.ledger;

import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import java.util.Map;
import java.util.Optional;

/**
 * What must not have changed since a decision was taken.
 *
 * @param versions of the streams that it rests on: for each stream the position of its last entry,
 *     {@link Position#START} when it had none
 * @param head the last entry of the whole ledger, for a batch whose entries name each other by the
 *     positions that they will have
 */
public record Guards(Map<StreamKey, Position> versions, Optional<Position> head) {

  /** What rests on nothing, as reports do. */
  public static final Guards NONE = new Guards(Map.of());

  public Guards {
    versions = Map.copyOf(versions);
  }

  /** Guards of streams alone, wherever the batch will stand. */
  public Guards(Map<StreamKey, Position> versions) {
    this(versions, Optional.empty());
  }

  /** For a batch that must follow directly after an entry; every stream is as it was then. */
  public static Guards directlyAfter(Position last) {
    return new Guards(Map.of(), Optional.of(last));
  }
}
