package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.Stopover;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.guardrail.PolicyRevision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What its strategy asks for before the next step: a time in which everybody there is healthy, and
 * somebody's word. A target that says meanwhile that it is not as ordered has failed, and with it
 * the rollout; what follows when nobody answers in time is no matter of this guardrail either.
 *
 * <pre>
 *   it does not stay anywhere      nothing to say
 *   within the time                step PENDING, until the time is over
 *   after it                       step PASS
 *   nobody has said anything       decision PENDING, until somebody does
 *   somebody said that it goes on  decision PASS
 * </pre>
 */
public record StepGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    if (at != Juncture.DURING) {
      return List.of();
    }
    PolicyRevision revision = PolicyRevision.of(rollout.delivery().shipment());
    return Stopover.of(rollout).stream()
        .flatMap(stop ->
            Stream.concat(
                stop.healthyAt().stream().map(due -> healthy(d.now(), stop, due, revision)),
                stop.stay().decision().stream()
                    .map(_ -> decided(rollout.delivery().id(), stop, revision))))
        .toList();
  }

  /** What people can do where they are asked. */
  public static List<Way> ways(DeliveryId id) {
    String who = "Whoever may deploy to %s".formatted(id.placement());
    return List.of(
        new Way(Role.DEPLOYER, who, "slipway continue %s".formatted(id)),
        new Way(Role.DEPLOYER, who, "slipway cancel %s".formatted(id)));
  }

  private static Judged healthy(Instant now, Stopover stop, Instant due, PolicyRevision revision) {
    if (!now.isBefore(due)) {
      return Judged.pass(
          GuardrailName.STEP,
          new Reason(
              "step-healthy",
              "At step %d every target was healthy from %s to %s."
                  .formatted(stop.step(), stop.since(), due)),
          revision);
    }
    return new Judged(
        GuardrailName.STEP,
        GuardrailVerdict.PENDING,
        new Reason(
            "step-observed",
            "At step %d until %s: every target has to be healthy without a break from %s on."
                .formatted(stop.step(), due, stop.since())),
        revision,
        Optional.of(due),
        Optional.of(due),
        List.of());
  }

  private static Judged decided(DeliveryId id, Stopover stop, PolicyRevision revision) {
    Optional<Instant> due = stop.due();
    if (due.isEmpty()) {
      return Judged.pass(
          GuardrailName.DECISION,
          new Reason(
              "decided", "Somebody said that it goes on from step %d.".formatted(stop.step())),
          revision);
    }
    return new Judged(
        GuardrailName.DECISION,
        GuardrailVerdict.PENDING,
        new Reason(
            "decision-missing",
            "Somebody has to say whether it goes on from step %d: slipway continue %s, or slipway cancel %s. Where nobody does by %s, %s."
                .formatted(
                    stop.step(), id, id, due.orElseThrow(), otherwise(stop.open().orElseThrow()))),
        revision,
        due,
        Optional.empty(),
        ways(id));
  }

  private static String otherwise(Stay.Decision decision) {
    return switch (decision.otherwise()) {
      case BACK -> "it goes back";
      case HALT -> "it is stuck there";
    };
  }
}
