package dev.slipway.ledger.sql.views;

import dev.slipway.views.Row;
import dev.slipway.views.Rows;
import dev.slipway.views.Table;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of one organisation, with those that were used last kept in memory. Entries that follow
 * one another change the same few rows again and again; each is written once per group, and not
 * read from the file while it is remembered. Nobody else writes the file. Confined to whoever holds
 * the file's lock; after a failed write it must be thrown away.
 */
final class RememberedRows implements Rows {

  private static final int ROWS_MAX = 1_000;

  private final SqlRows stored;
  private final Map<Key, Optional<Row>> known = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<Key, Runnable> unwritten = new LinkedHashMap<>();

  RememberedRows(SqlRows stored) {
    this.stored = stored;
  }

  /** A row of a table. */
  private record Key(Table<?> table, String key) {}

  @Override
  public <R extends Row> Optional<R> find(Table<R> table, String key) {
    Key place = new Key(table, key);
    Optional<Row> row = known.get(place);
    if (row == null) {
      row = stored.find(table, key).map(Row.class::cast);
      known.put(place, row);
    }
    return row.map(table.rows()::cast);
  }

  /** Columns are searched in the file, so what is unwritten goes there first. */
  @Override
  public <R extends Row> List<R> where(Table<R> table, String column, String value) {
    write();
    return stored.where(table, column, value);
  }

  @Override
  public <R extends Row> void put(Table<R> table, R row) {
    Key place = new Key(table, row.key());
    known.put(place, Optional.of(row));
    unwritten.put(place, () -> stored.put(table, row));
  }

  @Override
  public void remove(Table<?> table, String key) {
    Key place = new Key(table, key);
    known.put(place, Optional.empty());
    unwritten.put(place, () -> stored.remove(table, key));
  }

  /** Writes what was changed since it was last called, each row once. */
  void write() {
    unwritten.values().forEach(Runnable::run);
    unwritten.clear();
    Iterator<Key> eldest = known.keySet().iterator();
    for (int i = known.size(); i > ROWS_MAX; i--) {
      eldest.next();
      eldest.remove();
    }
  }
}
