package dev.slipway.model.guardrail;

import dev.slipway.model.ActorId;
import dev.slipway.model.GroupName;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ApprovalPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people have said of a delivery, and what one's own word would come to now.
 *
 * @param rules what is asked for, all of which must be met; none where nobody asks
 * @param notApproving why one's own approval would not count; absent when it would
 * @param notRejecting why one's own rejection would not count; absent when it would
 */
public record Ballot(
    List<Rule> rules, Optional<Reason> notApproving, Optional<Reason> notRejecting) {

  /**
   * One rule.
   *
   * @param groups who belongs to the groups that it asks; none where everybody with the role counts
   * @param given every approval that was given while the delivery is on its way, in order, by what
   *     this rule makes of it
   */
  public record Rule(
      GuardrailName name, ApprovalPolicy policy, List<Group> groups, List<Given> given) {
    public Rule {
      groups = List.copyOf(groups);
      given = List.copyOf(given);
    }
  }

  /** The people who belong to a group now. */
  public record Group(GroupName name, List<ActorId> members) {
    public Group {
      members = List.copyOf(members);
    }
  }

  /**
   * An approval.
   *
   * @param self whether its giver had a part in the change or asked for it
   * @param until when it counts no more
   * @param counts whether it counts now
   */
  public record Given(ActorId by, boolean self, Instant at, Instant until, boolean counts) {}

  public Ballot {
    rules = List.copyOf(rules);
  }
}
