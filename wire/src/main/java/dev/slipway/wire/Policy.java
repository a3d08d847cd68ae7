package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision of a policy.
 *
 * @param revision its number, from 1
 * @param current whether it is the one that counts
 * @param restores the number of the earlier revision that it is again, where somebody went back
 * @param reach what it is for
 * @param idle why it is for nothing that there is now
 * @param by whose word it was
 */
public record Policy(
    String name,
    String owner,
    int revision,
    boolean current,
    Optional<Integer> restores,
    OverlayReach reach,
    List<PolicyRule> rules,
    Optional<Reason> idle,
    Origin origin,
    Actor by,
    Instant at,
    long position) {
  public Policy {
    rules = List.copyOf(rules);
  }
}
