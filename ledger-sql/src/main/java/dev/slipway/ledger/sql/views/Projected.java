package dev.slipway.ledger.sql.views;

import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import dev.slipway.views.Projections;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Entries on their way into the file: what they change is seen in the {@linkplain #rows rows} at
 * once, and is in the file after {@link #write}. Entries that follow one another change the same
 * few rows, so writing many together costs far less than each. Confined to whoever holds the file's
 * lock.
 */
final class Projected {

  private final ViewFile file;
  private final Map<Organisation, RememberedRows> rows = new HashMap<>();
  private final List<Recorded> unwritten = new ArrayList<>();

  /** How many of the unwritten entries are in the rows. */
  private int projected;

  private Position written;

  Projected(ViewFile file) {
    this.file = file;
    written = new Position(file.number("SELECT position FROM progress", List.of()));
  }

  /** The last entry that is in the file. */
  Position written() {
    return written;
  }

  /** How many entries are not in the file. */
  int ahead() {
    return unwritten.size();
  }

  /** Takes entries; those that were taken before are passed over. */
  void take(List<Recorded> entries) {
    for (Recorded entry : entries) {
      Position last = unwritten.isEmpty() ? written : unwritten.getLast().position();
      if (entry.position().isAfter(last)) {
        unwritten.add(entry);
      }
    }
  }

  /** The rows of an organisation with every entry that was taken in them. */
  RememberedRows rows(Organisation organisation) {
    project();
    return remembered(organisation);
  }

  /** Brings the file up to the last entry that was taken. */
  void write() {
    if (unwritten.isEmpty()) {
      return;
    }
    project();
    file.execute("BEGIN IMMEDIATE");
    try {
      rows.values().forEach(RememberedRows::write);
      Position last = unwritten.getLast().position();
      file.change(
          "UPDATE progress SET position = CAST(? AS INTEGER)",
          List.of(Optional.of(last.toString())));
      file.execute("COMMIT");
      written = last;
      unwritten.clear();
      projected = 0;
    } catch (RuntimeException e) {
      file.execute("ROLLBACK");
      forget();
      throw e;
    }
  }

  private void project() {
    try {
      for (; projected < unwritten.size(); projected++) {
        Recorded entry = unwritten.get(projected);
        Projections.take(entry, remembered(entry.stream().organisation()));
      }
    } catch (RuntimeException e) {
      forget();
      throw e;
    }
  }

  private RememberedRows remembered(Organisation organisation) {
    return rows.computeIfAbsent(
        organisation, tenant -> new RememberedRows(new SqlRows(file, tenant)));
  }

  /** What was not written is projected anew, on what the file holds. */
  private void forget() {
    rows.clear();
    projected = 0;
  }
}
