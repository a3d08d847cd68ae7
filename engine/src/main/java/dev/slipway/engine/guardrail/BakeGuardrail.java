package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetId;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.guardrail.PolicyRevision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is new has been healthy at every target for so long before the next step, which lets go of
 * what is old and has every target say once more what it runs. A target that says meanwhile that it
 * is not as ordered has failed, and with it the rollout; that is no matter of this guardrail.
 *
 * <pre>
 *   it does not bake, or is not yet or no longer at it   nothing to say
 *   within the time                                      PENDING, until the time is over
 *   after it                                             PASS
 * </pre>
 */
record BakeGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    Optional<Instant> since = rollout.bakingSince();
    if (at != Juncture.DURING || since.isEmpty()) {
      return List.of();
    }
    EnvironmentName here = rollout.delivery().id().placement().environment();
    rollout.members().keySet().forEach(member -> d.relyOnSilence(new TargetId(here, member)));
    return d.environment(here).stream()
        .flatMap(environment ->
            environment.definition().guardrails().flatMap(GuardrailPolicy::bake).stream()
                .map(time -> judge(d.now(), since.orElseThrow(), time, revision(environment))))
        .toList();
  }

  private static PolicyRevision revision(EnvironmentState environment) {
    return PolicyRevision.of(environment.definition().name(), environment.origin());
  }

  private static Judged judge(Instant now, Instant since, Duration time, PolicyRevision revision) {
    Instant due = since.plus(time);
    if (!now.isBefore(due)) {
      return Judged.pass(
          GuardrailName.BAKE,
          new Reason("baked", "Every target was healthy from %s to %s.".formatted(since, due)),
          revision);
    }
    return new Judged(
        GuardrailName.BAKE,
        GuardrailVerdict.PENDING,
        new Reason(
            "baking",
            "Baking until %s: every target has to be healthy without a break from %s on."
                .formatted(due, since)),
        revision,
        Optional.of(due),
        Optional.of(due),
        List.of());
  }
}
