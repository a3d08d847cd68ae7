package dev.slipway.loop.port;

import java.time.Duration;

/**
 * The loop's own turn: tasks run one at a time, in the order in which they were given, on whatever
 * thread the port chooses. Thread-safe.
 */
public interface Scheduler {

  void execute(Runnable task);

  /** Runs the task in its turn once the delay has passed. */
  Cancellation after(Duration delay, Runnable task);

  /** Calls a delayed task off; when it has run already, nothing happens. */
  @FunctionalInterface
  interface Cancellation {
    void cancel();
  }
}
