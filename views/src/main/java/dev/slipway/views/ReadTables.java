package dev.slipway.views;

import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.util.List;
import java.util.Optional;

/**
 * The read tables. What was given to {@link #take} is in every answer from then on. Thread-safe.
 */
public interface ReadTables {

  /** The last entry that is in the tables durably; the ledger is to be followed from here. */
  Position position();

  /** Takes entries, in order and without a gap. Entries that were taken before are passed over. */
  void take(List<Recorded> entries);

  <R extends Row> Optional<R> find(Organisation organisation, Table<R> table, String key);

  <R extends Row> Page<R> list(Organisation organisation, Table<R> table, Query query);
}
