package dev.slipway.model.definition;

import java.time.Duration;
import java.util.Optional;

/**
 * How deliveries are rolled out in an environment, whatever the strategies of their services.
 *
 * @param atOnce how many targets one wave may reach; absent for one first, and then never more than
 *     have come through
 * @param absentAfter for how long a target may not have been heard of before rollouts start without
 *     it; absent when they never do
 * @param progressWithin how long a target may take to its order; absent leaves it to the timeouts
 *     of the services and the environment's patience
 * @param whenSilent what follows when a target has not answered by then
 */
public record RolloutPolicy(
    Optional<Portion> atOnce,
    Optional<Duration> absentAfter,
    Optional<Duration> progressWithin,
    WhenSilent whenSilent) {

  /** What holds where nothing is said. */
  public static final RolloutPolicy STANDARD =
      new RolloutPolicy(Optional.empty(), Optional.empty(), Optional.empty(), WhenSilent.HALT);

  /** The same, and a wave may reach so many targets. */
  public RolloutPolicy reaching(Portion targets) {
    return new RolloutPolicy(Optional.of(targets), absentAfter, progressWithin, whenSilent);
  }

  /** What follows when a target has not answered in time. */
  public enum WhenSilent {
    /** The rollout is stuck, until somebody says what is to be. */
    HALT,
    /** The rollout fails. */
    BACK
  }
}
