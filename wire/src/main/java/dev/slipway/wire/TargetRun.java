package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a target says it runs of one application, held against what is in force.
 *
 * @param delivery the number of the newest delivery whose order it has taken
 * @param ordered the number of the delivery that it was last ordered to hold
 * @param since when it first said so
 * @param inForce the number of the delivery in force in its environment
 */
public record TargetRun(
    String application,
    RunState state,
    Optional<Integer> delivery,
    Optional<Integer> ordered,
    Optional<Instant> since,
    Optional<Integer> inForce,
    Optional<Reason> because,
    List<Instance> instances) {
  public TargetRun {
    instances = List.copyOf(instances);
  }
}
