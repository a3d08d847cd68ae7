package dev.slipway.engine.guardrail;

import dev.slipway.aggregation.Ruling;
import dev.slipway.aggregation.Wording;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.layer.Policies;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Revision;
import java.util.List;
import java.util.Optional;

/**
 * What is to be delivered is held against the policies that are in force when it starts, whatever
 * they said when its shipment was made. It waits, for a policy can change, and a newer commit can
 * take its place. A rollback does not: what comes back was judged when it came first, and it has to
 * help when nothing else does.
 *
 * <pre>
 *   every rule holds              PASS
 *   a rule does not               PENDING; of a rollback PASS, and says so
 *   nobody can say whether        INCONCLUSIVE; of a rollback PASS, and says so
 * </pre>
 */
record PolicyGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    if (at != Juncture.BEFORE_APPROVAL) {
      return List.of();
    }
    Placement placement = rollout.delivery().id().placement();
    boolean back = d.world().deliveries().shipments().isRollback(rollout.delivery().shipment());
    return Policies.of(d.organisationWide(), placement, rollout.delivery().state()).stream()
        .map(ruling -> judged(d, placement, ruling, back))
        .toList();
  }

  private static Judged judged(Deliberation d, Placement placement, Ruling ruling, boolean back) {
    Revision<PolicyDefinition> policy = ruling.policy();
    GuardrailName name = GuardrailName.of(policy.definition().name());
    Optional<Reason> broken = Wording.of(placement, ruling);
    if (broken.isEmpty()) {
      return Judged.pass(
          name,
          new Reason(
              "policy-holds",
              "All of %s holds (revision %d)."
                  .formatted(policy.definition().title(), policy.number())),
          PolicyRevision.of(policy));
    }
    Reason because = broken.orElseThrow();
    if (back) {
      return Judged.pass(
          name,
          new Reason(
              "rollback-passes-policy",
              "A rollback is not stopped by a policy. %s".formatted(because.sentence())),
          PolicyRevision.of(policy));
    }
    return new Judged(
        name,
        verdict(ruling),
        because,
        PolicyRevision.of(policy),
        Optional.empty(),
        Optional.empty(),
        ways(d, placement, policy));
  }

  private static GuardrailVerdict verdict(Ruling ruling) {
    return ruling.breaches().stream().allMatch(breach -> breach.unclear().isPresent())
        ? GuardrailVerdict.INCONCLUSIVE
        : GuardrailVerdict.PENDING;
  }

  /** What is delivered changes, or the policy does. */
  private static List<Way> ways(
      Deliberation d, Placement placement, Revision<PolicyDefinition> policy) {
    String writers =
        d.world()
            .declared()
            .owner(policy.definition().owner())
            .map(owner -> "Members of " + owner.definition().group())
            .orElse("Admins");
    return List.of(
        new Way(
            Role.DEPLOYER,
            "Whoever may deploy to %s, with a commit that is as it has to be".formatted(placement),
            "slipway deploy %s --to %s"
                .formatted(placement.application(), placement.environment())),
        new Way(
            Role.VIEWER,
            "%s, who may write the policy".formatted(writers),
            "slipway revert %s".formatted(policy.definition().title())));
  }
}
