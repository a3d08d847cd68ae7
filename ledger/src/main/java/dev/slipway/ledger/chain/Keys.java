package dev.slipway.ledger.chain;

import dev.slipway.model.Position;
import java.util.Optional;

/** The deduplication keys that were ever used. Called by the one writer only. */
public interface Keys {

  /** The first entry of the batch that used a key. */
  Optional<Position> first(String key);

  void remember(String key, Position first);
}
