package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Approval;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Reason;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.state.Delivery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Enough people have approved exactly this delivery. Each rule is a guardrail of its own, and one
 * person's approval counts for every rule that admits it. What counts is judged afresh every time,
 * by the rules, roles and groups in force, so that an approval whose giver lost the role or left
 * the group, or whose time is over, or that the rule no longer admits, counts no more.
 *
 * <pre>
 *   no rule, or what is judged before
 *   people are asked does not hold       nothing to say
 *   it goes back by itself               PASS; what comes back was judged when it came first
 *   somebody's rejection was received    PENDING; it is decided next, and rejection wins
 *   fewer people than asked for          PENDING
 *   enough people                        PASS
 * </pre>
 */
record ApprovalGuardrail() implements Guardrail {

  /** The code while a rejection that was received is not decided yet. */
  static final String BEING_REJECTED = "being-rejected";

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    if (at != Juncture.AFTER_APPROVAL || !Gate.asksPeople(d, rollout)) {
      return List.of();
    }
    Delivery delivery = rollout.delivery();
    List<AskedApproval> asked = AskedApproval.of(d, rollout);
    if (goesBackByItself(d, delivery)) {
      return asked.stream().map(ApprovalGuardrail::nobody).toList();
    }
    boolean rejected = Approvals.isBeingRejected(d, delivery, asked);
    return asked.stream().map(rule -> judge(d, rollout, rule, rejected)).toList();
  }

  private static Judged judge(
      Deliberation d, RolloutState rollout, AskedApproval rule, boolean rejected) {
    Collection<Approval> counting = Approvals.counting(d, rollout, rule.policy());
    Optional<Instant> lapse =
        counting.stream()
            .map(approval -> approval.at().plus(rule.policy().expires()))
            .min(Comparator.naturalOrder());
    if (rejected) {
      Reason because =
          new Reason(BEING_REJECTED, "Somebody's rejection was received, and is decided next.");
      return judged(rule, GuardrailVerdict.PENDING, because, lapse, List.of());
    }
    int of = rule.policy().of();
    if (counting.size() >= of) {
      Reason because =
          new Reason("approved", "%d of %d approved it.".formatted(counting.size(), of));
      return judged(rule, GuardrailVerdict.PASS, because, lapse, List.of());
    }
    Voters voters = Voters.of(d, rule.policy());
    return judged(
        rule,
        GuardrailVerdict.PENDING,
        voters.missing(counting.size()),
        lapse,
        voters.ways(rollout.delivery()));
  }

  private static boolean goesBackByItself(Deliberation d, Delivery delivery) {
    return d.world().deliveries().shipments().isAutomaticRollback(delivery.shipment());
  }

  private static Judged nobody(AskedApproval rule) {
    return Judged.pass(
        rule.name(),
        new Reason(
            "rollback-asks-nobody",
            "It goes back by itself to what was in force before; nobody is asked again."),
        rule.revision());
  }

  private static Judged judged(
      AskedApproval rule,
      GuardrailVerdict verdict,
      Reason because,
      Optional<Instant> again,
      List<Way> ways) {
    return new Judged(
        rule.name(), verdict, because, rule.revision(), again, Optional.empty(), ways);
  }
}
