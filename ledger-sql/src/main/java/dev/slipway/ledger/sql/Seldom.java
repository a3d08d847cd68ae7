package dev.slipway.ledger.sql;

import java.time.Duration;

/**
 * Lets a rider ride once a second at most, and at the end: what is a copy only, and may be behind,
 * need not make every group longer. Used by the writing thread.
 */
final class Seldom {

  private static final long PERIOD_NANOS = Duration.ofSeconds(1).toNanos();

  private long last = System.nanoTime() - PERIOD_NANOS;

  /**
   * @param end whether there is no later group
   */
  boolean isDue(boolean end) {
    return end || System.nanoTime() - last >= PERIOD_NANOS;
  }

  void rode() {
    last = System.nanoTime();
  }
}
