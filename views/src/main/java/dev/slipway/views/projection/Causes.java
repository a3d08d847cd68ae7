package dev.slipway.views.projection;

import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.EntryRow;
import java.util.Optional;

/** Walks from an entry to what led to it. Stateless. */
final class Causes {

  /** Chains are short; the bound keeps a malformed ledger from holding a reader up. */
  private static final int LENGTH_MAX = 32;

  private Causes() {}

  /** The event that an entry comes from, however far back. */
  static Optional<Position> event(Recorded recorded, Rows rows) {
    Optional<Position> cause = recorded.cause();
    for (int i = 0; i < LENGTH_MAX && cause.isPresent(); i++) {
      if (rows.find(Tables.EVENTS, cause.get().toString()).isPresent()) {
        return cause;
      }
      cause = rows.find(Tables.ENTRIES, cause.get().toString()).flatMap(EntryRow::cause);
    }
    return Optional.empty();
  }
}
