package dev.slipway.engine.guardrail;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Approval;
import dev.slipway.engine.fold.Groups;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.state.Delivery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What people's words for and against a delivery come to. */
public final class Approvals {

  private Approvals() {}

  /** The approvals that count now by one rule, one for each person. */
  public static Collection<Approval> counting(
      Deliberation d, RolloutState rollout, ApprovalPolicy policy) {
    Placement placement = rollout.delivery().id().placement();
    Map<ActorId, Approval> byPerson = new TreeMap<>();
    rollout.gated().approvals().stream()
        .filter(approval -> approval.hash().equals(rollout.delivery().hash()))
        .filter(approval -> d.now().isBefore(approval.at().plus(policy.expires())))
        .filter(approval -> policy.selfAllowed() || !approval.self())
        .filter(approval -> mayJudge(d, approval.by(), policy, placement))
        .filter(approval -> isAsked(d, approval.person(), policy))
        .forEach(approval -> byPerson.put(approval.person(), approval));
    return byPerson.values();
  }

  /** Whether an actor has the role that a rule asks for there now. */
  public static boolean mayJudge(
      Deliberation d, ActorId actor, ApprovalPolicy policy, Placement placement) {
    return Authority.mayJudge(d.organisationWide(), actor, policy.role(), placement)
        instanceof Judgement.Allowed;
  }

  /** Whether a person belongs to those whom a rule asks, whatever the role. */
  public static boolean isAsked(Deliberation d, ActorId person, ApprovalPolicy policy) {
    return policy.groups().isEmpty() || members(d, policy).contains(person);
  }

  /** The people of all groups that a rule asks. */
  static SortedSet<ActorId> members(Deliberation d, ApprovalPolicy policy) {
    Groups groups = d.organisationWide().groups();
    SortedSet<ActorId> members = new TreeSet<>();
    policy.groups().forEach(group -> members.addAll(groups.members(group)));
    return members;
  }

  /** Whether a rejection that will hold was received, and nothing has become of it yet. */
  static boolean isBeingRejected(Deliberation d, Delivery delivery, List<AskedApproval> asked) {
    return d.world().unsettled().stream()
        .filter(recorded -> !recorded.position().equals(d.cause()))
        .anyMatch(recorded ->
            recorded.entry() instanceof CommandReceived received
                && received.command() instanceof Command.Reject reject
                && reject.delivery().equals(delivery.id())
                && reject.hash().equals(delivery.hash())
                && holds(d, received.actor(), delivery.id().placement(), asked));
  }

  private static boolean holds(
      Deliberation d, ActorId actor, Placement placement, List<AskedApproval> asked) {
    return asked.stream().anyMatch(rule -> mayJudge(d, actor, rule.policy(), placement));
  }
}
