package dev.slipway.ledger.sql;

import dev.slipway.codec.Checkpoint;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;

/** What verifying a ledger found. */
public sealed interface Verified {

  /**
   * Everything fits.
   *
   * @param now what the ledger is; compare it with heads that were kept elsewhere
   * @param signed how many entries the newest signed head covers; a cut behind them cannot be seen
   */
  record Sound(Checkpoint now, long signed) implements Verified {}

  /**
   * Something does not fit.
   *
   * @param first the first position at which it shows
   */
  record Broken(Position first, Reason because) implements Verified {}
}
