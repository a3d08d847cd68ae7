package dev.slipway.loop;

import dev.slipway.loop.port.Scheduler;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The turn of a process that ends, in the middle of whatever it does, as soon as something is so.
 */
final class Mortal implements Scheduler {

  private final Scheduler real;
  private BooleanSupplier ends = () -> false;
  private boolean dead;

  Mortal(Scheduler real) {
    this.real = real;
  }

  void endsOnce(BooleanSupplier isSo) {
    ends = isSo;
  }

  void end() {
    dead = true;
  }

  @Override
  public void execute(Runnable task) {
    real.execute(() -> run(task));
  }

  @Override
  public Cancellation after(Duration delay, Runnable task) {
    return real.after(delay, () -> run(task));
  }

  private void run(Runnable task) {
    dead = dead || ends.getAsBoolean();
    if (!dead) {
      task.run();
    }
  }
}
