package dev.slipway.http;

import dev.slipway.loop.port.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The loop's turn on one thread. */
record OneThread(ScheduledExecutorService thread) implements Scheduler {

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  @Override
  public Cancellation after(Duration delay, Runnable task) {
    Future<?> later = thread.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> later.cancel(false);
  }

  /** Returns once all is done that was to be done by now, so that what was written is folded. */
  void await() {
    CompletableFuture.runAsync(() -> {}, thread).join();
  }

  void end() {
    thread.shutdownNow();
  }
}
