package dev.slipway.model.definition;

import java.time.Duration;
import java.util.Optional;

/**
 * What has to be before a rollout goes on from a step.
 *
 * @param time how long everything has to be healthy there without a break
 * @param decision what is asked of people; absent when nothing is
 */
public record Stay(Optional<Duration> time, Optional<Decision> decision) {

  /** Nothing: the next step follows at once. */
  public static final Stay NONE = new Stay(Optional.empty(), Optional.empty());

  /** Whether there is nothing to stay for. */
  public boolean isNone() {
    return equals(NONE);
  }

  /**
   * Somebody has to say that it goes on.
   *
   * @param within how long that may take
   * @param otherwise what follows when nobody says so
   */
  public record Decision(Duration within, Otherwise otherwise) {}

  /** What follows when nobody says that it goes on. */
  public enum Otherwise {
    /** The rollout fails, and what was in force before has all traffic again. */
    BACK,
    /** It stays as it is, stuck, until somebody says what is to be. */
    HALT
  }
}
