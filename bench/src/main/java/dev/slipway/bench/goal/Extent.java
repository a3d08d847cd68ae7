package dev.slipway.bench.goal;

/**
 * How much is measured. The gate on processor time is taken warm, so most rounds come before those
 * that count.
 *
 * @param warmUps rounds of the subject that do not count
 * @param rounds rounds of each that count
 * @param pushes pushes that count, and half as many before them that do not
 * @param starts starts of each server
 */
public record Extent(int warmUps, int rounds, int pushes, int starts) {

  /** What the goals are judged by; below five minutes on two cores. */
  public static final Extent WHOLE = new Extent(4_000, 800, 60, 9);

  /** Enough to see that measuring works; its numbers say little. */
  public static final Extent QUICK = new Extent(300, 100, 6, 2);
}
