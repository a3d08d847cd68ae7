package dev.slipway.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One life of a process: what it had set going ends with it. A process may be stopped where it
 * stands, and go on later as if no time had passed.
 */
public final class Life {

  /** What is outside of every process goes on for ever. */
  public static final Life OUTSIDE = new Life();

  private final List<Runnable> missed = new ArrayList<>();
  private boolean alive = true;
  private boolean frozen;

  public boolean isAlive() {
    return alive;
  }

  void end() {
    alive = false;
  }

  void freeze() {
    frozen = true;
  }

  /** Goes on, with all that would have happened meanwhile, in its order. */
  void thaw(Kernel kernel) {
    frozen = false;
    List.copyOf(missed).forEach(task -> kernel.after(this, Duration.ZERO, task));
    missed.clear();
  }

  void live(Runnable task) {
    if (frozen) {
      missed.add(task);
    } else if (alive) {
      task.run();
    }
  }
}
