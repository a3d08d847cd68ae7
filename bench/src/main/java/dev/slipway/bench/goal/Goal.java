package dev.slipway.bench.goal;

import dev.slipway.bench.result.Target;

/** The goals that are measured here; docs/performance.md tells their floors. */
public enum Goal {
  /** A signed event until the command that it leads to has started. */
  H1(Goal.FLOORS_MAX, Goal.CPU_MILLIS_MAX),
  /** The same event until a waiting client is told that it converged. */
  H2(Goal.FLOORS_MAX, Goal.CPU_MILLIS_MAX),
  /** The server's processor time for a deploy that changes nothing. */
  H5(Goal.ANY, Goal.CPU_MILLIS_MAX),
  /** A start until the first webhook is accepted; and after a kill, all that was queued. */
  H7(Goal.FLOORS_MAX, Goal.ANY),
  /** A push until what it brought has converged. */
  H8(Goal.FLOORS_MAX, Goal.ANY);

  private static final double FLOORS_MAX = 3;
  private static final double CPU_MILLIS_MAX = 5;
  private static final double ANY = Double.POSITIVE_INFINITY;

  private final double ratioMax;
  private final double cpuMax;

  Goal(double ratioMax, double cpuMax) {
    this.ratioMax = ratioMax;
    this.cpuMax = cpuMax;
  }

  public Target target() {
    return new Target(ratioMax, cpuMax);
  }
}
