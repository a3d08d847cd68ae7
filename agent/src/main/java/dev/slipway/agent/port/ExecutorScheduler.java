package dev.slipway.agent.port;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A scheduler on an executor of one thread, which whoever made it shuts down. What a task throws
 * goes to {@code broken}: the agent's state is not to be trusted then, and it should be made anew
 * from its journal.
 */
public final class ExecutorScheduler implements Scheduler {

  private final ScheduledExecutorService thread;
  private final Consumer<Throwable> broken;

  public ExecutorScheduler(ScheduledExecutorService thread, Consumer<Throwable> broken) {
    this.thread = thread;
    this.broken = broken;
  }

  @Override
  public void execute(Runnable task) {
    after(Duration.ZERO, task);
  }

  /** After the executor was shut down, nothing happens. */
  @Override
  public void after(Duration delay, Runnable task) {
    try {
      Future<?> _ = thread.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      if (!thread.isShutdown()) {
        throw e;
      }
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      broken.accept(e);
    }
  }
}
