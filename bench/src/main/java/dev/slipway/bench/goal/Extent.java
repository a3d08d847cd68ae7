package dev.slipway.bench.goal;

/**
 * How much is measured. The gate on processor time is taken warm, so most rounds come before those
 * that count.
 *
 * @param warmUps rounds of the subject that do not count
 * @param rounds rounds of each that count
 * @param pushes pushes that count, and half as many before them that do not
 * @param starts starts of each server
 * @param recoveries kills with a queue, and starts after them
 * @param minutes how long a run may take in all
 */
public record Extent(int warmUps, int rounds, int pushes, int starts, int recoveries, int minutes) {

  /** What the goals are judged by; about five minutes on two idle cores. */
  public static final Extent WHOLE = new Extent(4_000, 800, 60, 9, 3, 30);

  /** Enough to see that measuring works; its numbers say little. */
  public static final Extent QUICK = new Extent(300, 100, 6, 2, 1, 10);
}
