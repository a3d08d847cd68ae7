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
 * @param rollouts rollouts of ten steps that count
 * @param engineSteps steps of the engine alone that count, and as many before them that do not
 * @param entries of the ledger that is opened
 * @param minutes how long a run may take in all
 */
public record Extent(
    int warmUps,
    int rounds,
    int pushes,
    int starts,
    int recoveries,
    int rollouts,
    int engineSteps,
    long entries,
    int minutes) {

  /** What the goals are judged by; about five minutes on two idle cores. */
  public static final Extent WHOLE = new Extent(4_000, 800, 60, 9, 3, 100, 4_000, 100_000, 30);

  /** The same with a ledger that is as long as one gets in years. */
  public static final Extent FULL = new Extent(4_000, 800, 60, 9, 3, 100, 4_000, 1_000_000, 90);

  /** Enough to see that measuring works; its numbers say little. */
  public static final Extent QUICK = new Extent(300, 100, 6, 2, 1, 10, 1_000, 20_000, 10);
}
