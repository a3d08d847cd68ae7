package dev.slipway.ledger.sql.views;

import dev.slipway.views.Row;
import dev.slipway.views.Rows;
import dev.slipway.views.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rows of one organisation as they are in the file, with what was changed since; those that
 * were used last are kept in memory. Nobody else writes the file. Confined to whoever holds the
 * file's lock; after a failed write it must be thrown away.
 */
final class RememberedRows implements Rows {

  private static final int ROWS_MAX = 1_000;

  private final SqlRows stored;
  private final Map<Key, Change> changed = new LinkedHashMap<>();
  private final Map<Key, Optional<Row>> used =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Optional<Row>> eldest) {
          return size() > ROWS_MAX;
        }
      };

  RememberedRows(SqlRows stored) {
    this.stored = stored;
  }

  /** A row of a table. */
  private record Key(Table<?> table, String key) {}

  /** What a row became, and how that is written. */
  private record Change(Optional<Row> row, Runnable write) {}

  @Override
  public <R extends Row> Optional<R> find(Table<R> table, String key) {
    Key place = new Key(table, key);
    Change change = changed.get(place);
    Optional<Row> row = change == null ? used.get(place) : change.row();
    if (row == null) {
      row = stored.find(table, key).map(Row.class::cast);
      used.put(place, row);
    }
    return row.map(table.rows()::cast);
  }

  /** The rows of the file that are as they were, and of the others those that fit now. */
  @Override
  public <R extends Row> List<R> where(Table<R> table, String column, String value) {
    Stream<R> same =
        stored.where(table, column, value).stream()
            .filter(row -> !changed.containsKey(new Key(table, row.key())));
    Stream<R> other =
        changed.entrySet().stream()
            .filter(change -> change.getKey().table().equals(table))
            .flatMap(change -> change.getValue().row().stream())
            .map(table.rows()::cast)
            .filter(row -> value.equals(row.columns().get(column)));
    return Stream.concat(same, other).toList();
  }

  @Override
  public <R extends Row> void put(Table<R> table, R row) {
    changed.put(
        new Key(table, row.key()), new Change(Optional.of(row), () -> stored.put(table, row)));
  }

  @Override
  public void remove(Table<?> table, String key) {
    changed.put(new Key(table, key), new Change(Optional.empty(), () -> stored.remove(table, key)));
  }

  /** Writes what was changed since it was last called, each row once. */
  void write() {
    changed.forEach((place, change) -> {
      change.write().run();
      used.put(place, change.row());
    });
    changed.clear();
  }
}
