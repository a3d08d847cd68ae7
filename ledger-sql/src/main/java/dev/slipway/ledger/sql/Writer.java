package dev.slipway.ledger.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that writes to the database. What has come while it wrote is the next group: one
 * transaction, one wait for the disk. It is a platform thread, for a virtual one would hold its
 * carrier through every wait. After a failure it takes nothing more. Thread-safe.
 */
final class Writer implements AutoCloseable {

  private static final int WAITING_MAX = 65_536;
  private static final int GROUP_MAX = 1_024;
  private static final long IDLE_MILLIS = 1_000;

  private final Connection connection;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement rollback;
  private final DurableWrites writes;
  private List<Rider> riders = List.of();
  private final BlockingQueue<Job> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean closing;
  private volatile Optional<StoreFailed> failure = Optional.empty();

  /** Takes over the connection, and closes it in the end. */
  Writer(Connection connection, DurableWrites writes) throws SQLException {
    this.connection = connection;
    begin = connection.prepareStatement("BEGIN IMMEDIATE");
    commit = connection.prepareStatement("COMMIT");
    rollback = connection.prepareStatement("ROLLBACK");
    this.writes = writes;
    thread = Thread.ofPlatform().name("ledger-writer").daemon(true).unstarted(this::run);
  }

  /** Begins to write; the riders go with every group, in this order. */
  void start(List<Rider> with) {
    riders = List.copyOf(with);
    thread.start();
  }

  boolean isCurrentThread() {
    return Thread.currentThread().equals(thread);
  }

  /** Has a job done with the next group; never waits. */
  void submit(Job job) {
    if (closing || failure.isPresent()) {
      job.failed(failure.orElseGet(() -> new StoreFailed("The store is closed.")));
    } else if (!waiting.offer(job)) {
      job.failed(new StoreFailed("More than " + WAITING_MAX + " writes are waiting."));
    } else if (ended.getCount() == 0) {
      // It ended between the question and the offer, and nobody else would take the job.
      abandon();
    }
  }

  /**
   * Has a change made, and waits until it is durable.
   *
   * @throws StoreFailed when the store failed
   */
  <T> T call(Jobs.Change<T> change) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    submit(Jobs.of(change, answer));
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreFailed failed
          ? new StoreFailed("The store failed under this change.", failed)
          : e;
    }
  }

  private void run() {
    try {
      while (failure.isEmpty() && !(closing && waiting.isEmpty())) {
        write(nextGroup(), false);
      }
      if (failure.isEmpty()) {
        write(List.of(), true);
      }
      connection.close();
    } catch (InterruptedException e) {
      fail(List.of(), e);
    } catch (SQLException e) {
      fail(List.of(), e);
    } finally {
      ended.countDown();
      abandon();
    }
  }

  private List<Job> nextGroup() throws InterruptedException {
    List<Job> group = new ArrayList<>();
    Job first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
    if (first != null) {
      group.add(first);
      waiting.drainTo(group, GROUP_MAX - 1);
    }
    return group;
  }

  private void write(List<Job> group, boolean last) {
    List<Rider> riding = new ArrayList<>();
    try {
      commit(group, riding, last);
      group.forEach(Job::durable);
      riding.forEach(Rider::durable);
    } catch (SQLException | RuntimeException | Error e) {
      fail(group, e);
    }
  }

  private void commit(List<Job> group, List<Rider> riding, boolean last) throws SQLException {
    if (group.isEmpty() && riders.stream().noneMatch(rider -> rider.isWaiting(last))) {
      return;
    }
    begin.execute();
    boolean written = false;
    for (Job job : group) {
      written |= job.write(connection);
    }
    for (Rider rider : riders) {
      if (rider.isWaiting(last)) {
        rider.write(connection);
        riding.add(rider);
      }
    }
    if (written || !riding.isEmpty()) {
      writes.before(DurableWrites.What.COMMIT);
      commit.execute();
      writes.after(DurableWrites.What.COMMIT);
    } else {
      rollback.execute();
    }
  }

  private void fail(List<Job> group, Throwable cause) {
    StoreFailed why = new StoreFailed("The store failed: " + cause.getMessage(), cause);
    failure = Optional.of(why);
    group.forEach(job -> job.failed(why));
  }

  /** Answers everybody who came too late. */
  private void abandon() {
    StoreFailed why = failure.orElseGet(() -> new StoreFailed("The store is closed."));
    for (Job job = waiting.poll(); job != null; job = waiting.poll()) {
      job.failed(why);
    }
  }

  /** Writes what is waiting, then ends. */
  @Override
  public void close() {
    closing = true;
    // An empty job wakes the thread at once.
    waiting.offer(Jobs.NOTHING);
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
