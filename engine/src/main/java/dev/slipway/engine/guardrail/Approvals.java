package dev.slipway.engine.guardrail;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Approval;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.Role;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.state.Delivery;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What people's words for and against a delivery come to. */
public final class Approvals {

  private Approvals() {}

  /** What an environment asks for. */
  public static Optional<ApprovalPolicy> policy(EnvironmentState environment) {
    return environment.definition().guardrails().flatMap(GuardrailPolicy::approval);
  }

  /** The approvals that count now, one for each person. */
  public static Collection<Approval> counting(
      Deliberation d, RolloutState rollout, ApprovalPolicy policy) {
    Placement placement = rollout.delivery().id().placement();
    Map<ActorId, Approval> byPerson = new TreeMap<>();
    rollout.gated().approvals().stream()
        .filter(approval -> approval.hash().equals(rollout.delivery().hash()))
        .filter(approval -> d.now().isBefore(approval.at().plus(policy.expires())))
        .filter(approval -> policy.selfAllowed() || !approval.self())
        .filter(approval -> mayJudge(d, approval.by(), policy.role(), placement))
        .forEach(approval -> byPerson.put(approval.person(), approval));
    return byPerson.values();
  }

  /** Whether an actor's word counts there now. */
  public static boolean mayJudge(Deliberation d, ActorId actor, Role role, Placement placement) {
    return Authority.mayJudge(d.organisationWide(), actor, role, placement)
        instanceof Judgement.Allowed;
  }

  /** Whether a rejection that will hold was received, and nothing has become of it yet. */
  static boolean isBeingRejected(Deliberation d, Delivery delivery) {
    return d.world().unsettled().stream()
        .filter(recorded -> !recorded.position().equals(d.cause()))
        .anyMatch(recorded ->
            recorded.entry() instanceof CommandReceived received
                && received.command() instanceof Command.Reject reject
                && reject.delivery().equals(delivery.id())
                && reject.hash().equals(delivery.hash())
                && holds(d, received.actor(), delivery.id().placement()));
  }

  private static boolean holds(Deliberation d, ActorId actor, Placement placement) {
    return d.environment(placement.environment())
        .flatMap(Approvals::policy)
        .filter(policy -> mayJudge(d, actor, policy.role(), placement))
        .isPresent();
  }
}
