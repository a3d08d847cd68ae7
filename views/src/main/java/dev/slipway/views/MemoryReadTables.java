package dev.slipway.views;

import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Read tables that are gone with the process. Thread-safe: one lock around everything. */
public final class MemoryReadTables implements ReadTables {

  private final Map<Organisation, Held> held = new HashMap<>();
  private Position position = Position.START;

  @Override
  public synchronized Position position() {
    return position;
  }

  @Override
  public synchronized void take(List<Recorded> entries) {
    for (Recorded recorded : entries) {
      if (recorded.position().isAfter(position)) {
        Projections.take(recorded, of(recorded.stream().organisation()));
        position = recorded.position();
      }
    }
  }

  private Held of(Organisation organisation) {
    return held.computeIfAbsent(organisation, any -> new Held());
  }

  @Override
  public synchronized <R extends Row> Optional<R> find(
      Organisation organisation, Table<R> table, String key) {
    return of(organisation).find(table, key);
  }

  @Override
  public synchronized <R extends Row> Page<R> list(
      Organisation organisation, Table<R> table, Query query) {
    return Paging.page(of(organisation).stream(table, query), table, query);
  }

  /** The tables of one organisation, each by order and key. */
  private static final class Held implements Rows {

    private final Map<String, Map<String, Row>> byKey = new HashMap<>();

    private Map<String, Row> rows(Table<?> table) {
      return byKey.computeIfAbsent(table.name(), any -> new TreeMap<>());
    }

    @Override
    public <R extends Row> Optional<R> find(Table<R> table, String key) {
      return Optional.ofNullable(rows(table).get(key)).map(table.rows()::cast);
    }

    @Override
    public <R extends Row> List<R> where(Table<R> table, String column, String value) {
      return all(table).filter(row -> value.equals(row.columns().get(column))).toList();
    }

    @Override
    public <R extends Row> void put(Table<R> table, R row) {
      rows(table).put(row.key(), row);
    }

    @Override
    public void remove(Table<?> table, String key) {
      rows(table).remove(key);
    }

    private <R extends Row> Stream<R> all(Table<R> table) {
      Collection<Row> rows = rows(table).values();
      return rows.stream().map(table.rows()::cast);
    }

    private <R extends Row> Stream<R> stream(Table<R> table, Query query) {
      return all(table)
          .filter(row -> row.columns().entrySet().containsAll(query.where().entrySet()))
          .filter(row -> query.from().stream().allMatch(from -> row.order().compareTo(from) >= 0))
          .filter(row -> query.below().stream().allMatch(end -> row.order().compareTo(end) < 0))
          .sorted(Paging.order(table));
    }
  }
}
