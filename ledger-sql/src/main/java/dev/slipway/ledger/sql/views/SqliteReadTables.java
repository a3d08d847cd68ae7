package dev.slipway.ledger.sql.views;

import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import dev.slipway.views.Page;
import dev.slipway.views.Paging;
import dev.slipway.views.Query;
import dev.slipway.views.ReadTables;
import dev.slipway.views.Row;
import dev.slipway.views.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Read tables in a SQLite file. Entries are kept aside when they come, which costs the ledger's
 * writer next to nothing. Whoever asks for one row gets it with all of them projected in memory;
 * into the file they go when somebody asks for a list, and behind everybody's back when there are
 * many. Thread-safe.
 */
public final class SqliteReadTables implements ReadTables, AutoCloseable {

  /** So many entries are written without being asked for. */
  private static final int BEHIND_MANY = 128;

  /** So many are not waited for: whoever brings them writes them. */
  private static final int BEHIND_MAX = 4096;

  private final ReentrantLock fileLock = new ReentrantLock();
  private final ReentrantLock asideLock = new ReentrantLock();
  private final ViewFile file;
  private final Projected projected;
  private final List<Recorded> aside = new ArrayList<>();
  private final Executor behind;
  private final AtomicBoolean asked = new AtomicBoolean();

  /** How many entries were not in the file when it was last looked. */
  private volatile int ahead;

  private boolean closed;

  /**
   * Opens a file, and makes it where it is missing.
   *
   * @param behind writes what nobody has asked for yet; best a thread of its own
   */
  public SqliteReadTables(Path path, Executor behind) {
    this.behind = behind;
    file = new ViewFile(path);
    projected = new Projected(file);
  }

  @Override
  public Position position() {
    return written(projected::written);
  }

  @Override
  public void take(List<Recorded> entries) {
    int waiting = keepAside(entries);
    if (waiting >= BEHIND_MAX) {
      Position _ = position();
    } else if (waiting >= BEHIND_MANY && asked.compareAndSet(false, true)) {
      behind.execute(this::writeBehind);
    }
  }

  private int keepAside(List<Recorded> entries) {
    asideLock.lock();
    try {
      aside.addAll(entries);
      return ahead + aside.size();
    } finally {
      asideLock.unlock();
    }
  }

  @Override
  public <R extends Row> Optional<R> find(Organisation organisation, Table<R> table, String key) {
    return locked(() -> projected.rows(organisation).find(table, key));
  }

  @Override
  public <R extends Row> Page<R> list(Organisation organisation, Table<R> table, Query query) {
    Listing listing = Listing.of(organisation, table, query);
    return written(() ->
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

  /** Answers with every entry taken, but not all of them in the file. */
  private <T> T locked(Supplier<T> answer) {
    fileLock.lock();
    try {
      asideLock.lock();
      try {
        projected.take(aside);
        aside.clear();
        ahead = projected.ahead();
      } finally {
        asideLock.unlock();
      }
      return answer.get();
    } finally {
      fileLock.unlock();
    }
  }

  /** Answers with every entry in the file. */
  private <T> T written(Supplier<T> answer) {
    return locked(() -> {
      projected.write();
      ahead = projected.ahead();
      return answer.get();
    });
  }

  private void writeBehind() {
    asked.set(false);
    fileLock.lock();
    try {
      if (!closed) {
        Position _ = position();
      }
    } catch (ViewsFailed _) {
      // Nothing is lost: who asks next, or brings too many, tries again and is told.
    } finally {
      fileLock.unlock();
    }
  }

  /** What was taken is in the file when this returns. */
  @Override
  public void close() {
    fileLock.lock();
    try {
      if (!closed) {
        Position _ = position();
        closed = true;
        file.close();
      }
    } finally {
      fileLock.unlock();
    }
  }
}
