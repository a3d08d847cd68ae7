package dev.slipway.simulator;

import dev.slipway.loop.port.Scheduler;
import java.time.Duration;

/** The loop's turn, in virtual time. */
record LoopTurn(Kernel kernel, Life life) implements Scheduler {

  @Override
  public void execute(Runnable task) {
    kernel.after(life, Duration.ZERO, task);
  }

  @Override
  public Cancellation after(Duration delay, Runnable task) {
    boolean[] cancelled = new boolean[1];
    kernel.after(
        life,
        delay,
        () -> {
          if (!cancelled[0]) {
            task.run();
          }
        });
    return () -> cancelled[0] = true;
  }
}
