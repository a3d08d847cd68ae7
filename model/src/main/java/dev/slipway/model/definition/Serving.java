package dev.slipway.model.definition;

import java.util.Optional;

/**
 * How a process serves: how many instances there are, how they are replaced, and where they are
 * found.
 *
 * @param replicas instances at each target, 1 to {@link #REPLICAS_MAX}
 * @param port of the service's address at each target; absent when the target draws one, which
 *     stays
 * @param verification what it is asked once a release has all traffic; absent when it is asked
 *     nothing
 */
public record Serving(
    StrategyDefinition strategy,
    int replicas,
    Traffic traffic,
    Optional<Integer> port,
    Optional<Verification> verification) {

  public static final int REPLICAS_MAX = 50;

  /** One instance that is stopped before its successor starts. */
  public static final Serving PLAIN =
      new Serving(new StrategyDefinition.Recreate(), 1, Traffic.HTTP, Optional.empty());

  public Serving {
    if (replicas < 1 || replicas > REPLICAS_MAX) {
      throw new IllegalArgumentException("There are 1 to " + REPLICAS_MAX + " replicas.");
    }
  }

  /** One that is asked nothing. */
  public Serving(
      StrategyDefinition strategy, int replicas, Traffic traffic, Optional<Integer> port) {
    this(strategy, replicas, traffic, port, Optional.empty());
  }

  /** The same, asked nothing. */
  public Serving unverified() {
    return new Serving(strategy, replicas, traffic, port);
  }

  /** What a service's address carries. */
  public enum Traffic {
    /** HTTP/1.1, switched with every request. */
    HTTP,
    /** Anything over TCP, switched with every connection. */
    TCP
  }
}
