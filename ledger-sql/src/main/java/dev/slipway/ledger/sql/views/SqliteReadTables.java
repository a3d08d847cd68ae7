package dev.slipway.ledger.sql.views;

import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import dev.slipway.views.Page;
import dev.slipway.views.Paging;
import dev.slipway.views.Projections;
import dev.slipway.views.Query;
import dev.slipway.views.ReadTables;
import dev.slipway.views.Row;
import dev.slipway.views.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Read tables in a SQLite file. Entries are kept aside when they come, which costs the ledger's
 * writer next to nothing, and go into the file in one transaction when somebody asks or when there
 * are many. Thread-safe.
 */
public final class SqliteReadTables implements ReadTables, AutoCloseable {

  private static final int ASIDE_MAX = 512;

  private final ReentrantLock fileLock = new ReentrantLock();
  private final ReentrantLock asideLock = new ReentrantLock();
  private final ViewFile file;
  private final List<Recorded> aside = new ArrayList<>();
  private final Map<Organisation, RememberedRows> rows = new HashMap<>();
  private Position position;

  public SqliteReadTables(Path path) {
    file = new ViewFile(path);
    position = new Position(file.number("SELECT position FROM progress", List.of()));
  }

  @Override
  public Position position() {
    return locked(() -> position);
  }

  @Override
  public void take(List<Recorded> entries) {
    boolean many;
    asideLock.lock();
    try {
      aside.addAll(entries);
      many = aside.size() >= ASIDE_MAX;
    } finally {
      asideLock.unlock();
    }
    if (many) {
      locked(() -> position);
    }
  }

  @Override
  public <R extends Row> Optional<R> find(Organisation organisation, Table<R> table, String key) {
    return locked(() -> new SqlRows(file, organisation).find(table, key));
  }

  @Override
  public <R extends Row> Page<R> list(Organisation organisation, Table<R> table, Query query) {
    Listing listing = Listing.of(organisation, table, query);
    return locked(() ->
        query.visible().isPresent()
            ? Paging.page(rows(table, listing.all(), listing.values()).stream(), table, query)
            : page(table, listing, query));
  }

  private <R extends Row> Page<R> page(Table<R> table, Listing listing, Query query) {
    List<Object> values = new ArrayList<>(listing.values());
    query.after().ifPresent(values::add);
    values.add(query.limit() + 1);
    List<R> found = rows(table, listing.page(query.after().isPresent()), values);
    boolean more = found.size() > query.limit();
    List<R> rows = more ? found.subList(0, query.limit()) : found;
    return new Page<>(
        rows,
        file.number(listing.count(), listing.values()),
        more ? Optional.of(Paging.mark(rows.getLast())) : Optional.empty());
  }

  private <R extends Row> List<R> rows(Table<R> table, String sql, List<Object> values) {
    SqlTable<R> form = file.table(table);
    return file.rows(sql, values, result -> form.row(result.getString(1)));
  }

  /** Answers from the file once everything that was kept aside is in it. */
  private <T> T locked(Supplier<T> answer) {
    fileLock.lock();
    try {
      write(takeAside());
      return answer.get();
    } finally {
      fileLock.unlock();
    }
  }

  private List<Recorded> takeAside() {
    asideLock.lock();
    try {
      List<Recorded> taken = List.copyOf(aside);
      aside.clear();
      return taken;
    } finally {
      asideLock.unlock();
    }
  }

  private void write(List<Recorded> entries) {
    List<Recorded> fresh =
        entries.stream().filter(recorded -> recorded.position().isAfter(position)).toList();
    if (fresh.isEmpty()) {
      return;
    }
    file.execute("BEGIN IMMEDIATE");
    try {
      for (Recorded recorded : fresh) {
        Projections.take(
            recorded,
            rows.computeIfAbsent(
                recorded.stream().organisation(),
                tenant -> new RememberedRows(new SqlRows(file, tenant))));
      }
      rows.values().forEach(RememberedRows::write);
      Position last = fresh.getLast().position();
      file.change(
          "UPDATE progress SET position = CAST(? AS INTEGER)",
          List.of(Optional.of(last.toString())));
      file.execute("COMMIT");
      position = last;
    } catch (RuntimeException e) {
      file.execute("ROLLBACK");
      rows.clear();
      putBack(fresh);
      throw e;
    }
  }

  /** What could not be written is tried again with the next question. */
  private void putBack(List<Recorded> entries) {
    asideLock.lock();
    try {
      aside.addAll(0, entries);
    } finally {
      asideLock.unlock();
    }
  }

  @Override
  public void close() {
    fileLock.lock();
    try {
      write(takeAside());
      file.close();
    } finally {
      fileLock.unlock();
    }
  }
}
