package dev.slipway.agent.core;

import java.time.Duration;

/**
 * How long to wait before the next try: twice as long after each vain one, with chance spread over
 * the upper half, so that many who fail together do not try together.
 */
public record Backoff(Duration first, Duration longest) {

  private static final int DOUBLINGS_MAX = 20;

  /**
   * The wait before the next try.
   *
   * @param failures how many tries failed in a row, from 1
   * @param chance evenly drawn from 0 (inclusive) to 1 (exclusive)
   */
  public Duration after(int failures, double chance) {
    int doublings = Math.min(Math.max(failures - 1, 0), DOUBLINGS_MAX);
    long whole = Math.min(first.toMillis() << doublings, longest.toMillis());
    return Duration.ofMillis(whole / 2 + (long) (whole / 2.0 * chance));
  }
}
