package dev.slipway.app.trial;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something: a moment between two looks, and never for ever. */
public final class Pause {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Pause() {}

  static void briefly() {
    of(20);
  }

  /** Waits until something is so, for two minutes at most; {@code what} says what never came. */
  static void until(String what, BooleanSupplier isSo) {
    until(what, PATIENCE, isSo);
  }

  /** Waits until something is so, for as long as there is patience. */
  public static void until(String what, Duration patience, BooleanSupplier isSo) {
    long end = System.nanoTime() + patience.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + patience.toSeconds() + " s: " + what);
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
