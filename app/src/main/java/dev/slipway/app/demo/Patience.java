package dev.slipway.app.demo;

import dev.slipway.app.outside.Unexpected;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for conditions of the world outside, never for time as such. */
final class Patience {

  private static final Duration BETWEEN = Duration.ofMillis(50);

  private Patience() {}

  /**
   * Returns what {@code look} finds as soon as it finds something.
   *
   * @throws Unexpected when it found nothing within {@code atMost}
   */
  static <T> T until(String what, Duration atMost, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + atMost.toNanos();
    while (System.nanoTime() < end) {
      Optional<T> found = look.get();
      if (found.isPresent()) {
        return found.get();
      }
      pause();
    }
    throw new Unexpected("Waited " + atMost.toSeconds() + " s in vain: " + what);
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Unexpected("The demo was interrupted");
    }
  }
}
