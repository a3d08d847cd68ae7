package dev.slipway.model.definition;

import java.util.Optional;

/**
 * One step of a canary, or of a strategy that somebody wrote.
 *
 * @param weight the share of traffic that what is new has, in percent
 * @param replicas how many instances of what is new there are; absent when they follow the weight
 * @param old how many instances of what is old there are; absent when they follow the weight
 */
public record Stage(int weight, Optional<Integer> replicas, Optional<Integer> old, Stay stay) {

  /** One whose instances follow the weight. */
  public Stage(int weight, Stay stay) {
    this(weight, Optional.empty(), Optional.empty(), stay);
  }
}
