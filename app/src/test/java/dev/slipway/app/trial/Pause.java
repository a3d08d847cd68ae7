package dev.slipway.app.trial;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something: a moment between two looks, and never for ever. */
final class Pause {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Pause() {}

  static void briefly() {
    of(20);
  }

  /** Waits until something is so, for a minute at most; {@code what} says what never came. */
  static void until(String what, BooleanSupplier isSo) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      briefly();
    }
  }

  static void of(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
