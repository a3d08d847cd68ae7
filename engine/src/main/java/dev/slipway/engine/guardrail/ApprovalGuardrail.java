package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Approval;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.state.Delivery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Enough people have approved exactly this delivery. What counts is judged afresh every time, by
 * the policy and the roles in force, so that an approval whose giver lost the role, or whose time
 * is over, or that the policy no longer admits, counts no more.
 *
 * <pre>
 *   no policy, or it has started         nothing to say
 *   it goes back by itself               PASS; what comes back was judged when it came first
 *   somebody's rejection was received    PENDING; it is decided next, and rejection wins
 *   fewer people than asked for          PENDING
 *   enough people                        PASS
 * </pre>
 */
record ApprovalGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout) {
    if (!rollout.isWaiting()) {
      return List.of();
    }
    return d.environment(rollout.delivery().id().placement().environment()).stream()
        .flatMap(environment ->
            Approvals.policy(environment).stream().map(p -> judge(d, rollout, environment, p)))
        .toList();
  }

  private static Judged judge(
      Deliberation d, RolloutState rollout, EnvironmentState environment, ApprovalPolicy policy) {
    Delivery delivery = rollout.delivery();
    PolicyRevision revision =
        PolicyRevision.of(environment.definition().name(), environment.origin());
    if (goesBackByItself(d, delivery)) {
      return Judged.pass(
          GuardrailName.APPROVAL,
          new Reason(
              "rollback-asks-nobody",
              "It goes back by itself to what was in force before; nobody is asked again."),
          revision);
    }
    Collection<Approval> counting = Approvals.counting(d, rollout, policy);
    Optional<Instant> lapse =
        counting.stream()
            .map(approval -> approval.at().plus(policy.expires()))
            .min(Comparator.naturalOrder());
    if (Approvals.isBeingRejected(d, delivery)) {
      Reason because =
          new Reason("being-rejected", "Somebody's rejection was received, and is decided next.");
      return judged(GuardrailVerdict.PENDING, because, revision, lapse, List.of());
    }
    return counting.size() >= policy.of()
        ? judged(
            GuardrailVerdict.PASS,
            new Reason("approved", "%d of %d approved it.".formatted(counting.size(), policy.of())),
            revision,
            lapse,
            List.of())
        : judged(
            GuardrailVerdict.PENDING,
            new Reason("approval-missing", missing(counting.size(), policy)),
            revision,
            lapse,
            List.of(approve(delivery, policy)));
  }

  private static boolean goesBackByItself(Deliberation d, Delivery delivery) {
    return d.world()
        .deliveries()
        .shipments()
        .travelling(delivery.shipment())
        .filter(ShipmentState::isAutomaticRollback)
        .isPresent();
  }

  private static String missing(int have, ApprovalPolicy policy) {
    return "It has %d of %d approvals. %s".formatted(have, policy.of(), who(policy));
  }

  private static String who(ApprovalPolicy policy) {
    String role = policy.role().name().toLowerCase(Locale.ROOT);
    return policy.selfAllowed()
        ? "Whoever is %s there may approve it.".formatted(role)
        : "Whoever is %s there may approve it, but neither its authors nor who asked for it."
            .formatted(role);
  }

  private static Judged judged(
      GuardrailVerdict verdict,
      Reason because,
      PolicyRevision revision,
      Optional<Instant> again,
      List<Way> ways) {
    return new Judged(
        GuardrailName.APPROVAL, verdict, because, revision, again, Optional.empty(), ways);
  }

  private static Way approve(Delivery delivery, ApprovalPolicy policy) {
    return new Way(
        policy.role(),
        who(policy),
        "slipway approve %s --hash %s".formatted(delivery.id(), delivery.hash()));
  }
}
