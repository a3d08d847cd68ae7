package dev.slipway.app.port;

import dev.slipway.loop.port.Journal;
import dev.slipway.loop.port.Scheduler;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;

/** Turns on one platform thread of their own. Once they are closed, nothing comes any more. */
public final class Turns implements Scheduler, AutoCloseable {

  private static final long CLOSE_SECONDS_MAX = 10;

  private final ScheduledThreadPoolExecutor thread;
  private final Journal journal;

  public Turns(String name, Journal journal) {
    this.journal = journal;
    // Its queue has no bound, so it turns a task away only once it was closed.
    thread =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name(name).daemon(true).factory(), new DiscardPolicy());
    thread.setRemoveOnCancelPolicy(true);
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public void execute(Runnable task) {
    thread.execute(() -> run(task));
  }

  @Override
  public Cancellation after(Duration delay, Runnable task) {
    ScheduledFuture<?> future =
        thread.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  /** A task that throws has found a fault of ours; the turns go on, and somebody is told. */
  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException fault) {
      journal.alarm("A turn failed", fault);
    }
  }

  boolean isClosed() {
    return thread.isShutdown();
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
