package dev.slipway.bench.goal;

import dev.slipway.bench.result.Target;

/** The goals that are measured here; docs/performance.md tells their floors. */
public enum Goal {
  /** A signed event until the command that it leads to has started. */
  H1(Goal.FLOORS_MAX, Goal.CPU_MILLIS_MAX),
  /** The same event until a waiting client is told that it converged. */
  H2(Goal.FLOORS_MAX, Goal.CPU_MILLIS_MAX),
  /** One durable step of a rollout of ten, at an agent that has nothing to do. */
  H3(Goal.FLOORS_MAX, Goal.ANY),
  /** One of a thousand queued deploys that change nothing; and the engine alone. */
  H4(Goal.FLOORS_MAX, Goal.ANY),
  /** The server's processor time for a deploy that changes nothing. */
  H5(Goal.ANY, Goal.CPU_MILLIS_MAX),
  /** A start until the first webhook is accepted; and after a kill, all that was queued. */
  H7(Goal.FLOORS_MAX, Goal.ANY),
  /** A push until what it brought has converged. */
  H8(Goal.FLOORS_MAX, Goal.ANY),
  /** Until the state of a long ledger is there, against one a tenth as long. */
  H11(Goal.SAME_MAX, Goal.ANY),
  /** The documents of many applications and several owners, compiled. */
  I1(Goal.ANY, Goal.ANY),
  /** One changed line among them, taken in. */
  I2(Goal.ANY, Goal.ANY),
  /** The values of one placement, explained. */
  I3(Goal.ANY, Goal.ANY);

  private static final double FLOORS_MAX = 3;
  private static final double CPU_MILLIS_MAX = 5;

  /** What does not grow takes as long, but for what the machine does besides. */
  private static final double SAME_MAX = 1.5;

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
