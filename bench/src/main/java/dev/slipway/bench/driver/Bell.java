package dev.slipway.bench.driver;

import dev.slipway.bench.BenchFailed;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Tells one thread when another has seen something. Thread-safe. */
final class Bell {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BlockingQueue<Long> rung = new LinkedBlockingQueue<>();

  void ring() {
    rung.add(System.nanoTime());
  }

  /** Forgets what was rung before. */
  void silence() {
    rung.clear();
  }

  /** When it rings next, or has rung already, by {@link System#nanoTime}. */
  long await(String what) {
    try {
      Long at = rung.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (at == null) {
        throw new BenchFailed("Waited in vain for " + what);
      }
      return at;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BenchFailed("Interrupted while waiting for " + what, interrupted);
    }
  }
}
