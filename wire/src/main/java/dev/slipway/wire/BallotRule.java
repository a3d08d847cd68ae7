package dev.slipway.wire;

import java.util.List;

/**
 * How many people have to approve, and whose word counts.
 *
 * @param name of the guardrail
 * @param groups of which one has to be a member; none where everybody with the role counts
 * @param seconds how long an approval counts
 * @param given every approval while the delivery is on its way, oldest first, by what this rule
 *     makes of it
 */
public record BallotRule(
    String name,
    int of,
    Role role,
    List<Group> groups,
    boolean selfAllowed,
    long seconds,
    List<GivenApproval> given) {
  public BallotRule {
    groups = List.copyOf(groups);
    given = List.copyOf(given);
  }
}
