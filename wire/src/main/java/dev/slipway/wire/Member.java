package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A target that takes part in a rollout.
 *
 * @param wave the wave that it is in, from 1 on; absent where all are reached at once
 * @param order the position of its latest order
 * @param since when it was last heard of this delivery
 */
public record Member(
    String target,
    Optional<Integer> wave,
    MemberOutcome outcome,
    Optional<Reason> because,
    int step,
    int attempt,
    Optional<Long> order,
    Optional<Instant> since,
    List<Instance> instances) {
  public Member {
    instances = List.copyOf(instances);
  }
}
