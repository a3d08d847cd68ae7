package dev.slipway.loop.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a receiver that could not be told is left alone, and when it is given little hope. */
final class Patience {

  /** How long messages are kept for a receiver that cannot be told. */
  static final Duration KEPT = Duration.ofHours(24);

  /** How many happenings are owed to one receiver at most; beyond them the oldest are left out. */
  static final int OWED_MAX = 1000;

  /** How often a message is offered that the receiver does not want. */
  static final int OFFERS_MAX = 3;

  /** A receiver that cannot be told for longer is called dead; it is tried all the same. */
  static final Duration DEAD_AFTER = Duration.ofHours(1);

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int DOUBLINGS_MAX = 10;
  private static final double JITTER = 0.2;

  private Patience() {}

  /** Twice as long each time, give or take a fifth, so that not all come back at once. */
  static Duration after(int tries, RandomGenerator random) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(tries - 1, DOUBLINGS_MAX));
    Duration bounded = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis(Math.round(bounded.toMillis() * factor));
  }
}
