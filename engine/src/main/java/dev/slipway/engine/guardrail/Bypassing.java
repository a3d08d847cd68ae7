package dev.slipway.engine.guardrail;

import dev.slipway.engine.fold.Gated;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.guardrail.GuardrailName;
import java.util.Optional;

/**
 * What an owner lets one delivery pass although it does not hold. It counts for exactly what was
 * looked at, and whatever the guardrail says meanwhile; what holds by itself says so itself. What
 * others do who have a say of their own is never bypassed: each has its own way.
 *
 * <pre>
 *   lock          it is released, or a rollback is let past it
 *   concurrency   its place in line is passed
 *   set           what goes as one starts in order, or is cancelled
 *   policy        its owner changes it
 *   decision      whoever may deploy says that it goes on
 *   all others    an owner of the environment bypasses it
 * </pre>
 */
public final class Bypassing {

  private Bypassing() {}

  /** What a guardrail's word comes to; a rejection that was received is decided before. */
  static Judged heard(RolloutState rollout, Judged said) {
    return said.passes() || said.because().code().equals(ApprovalGuardrail.BEING_REJECTED)
        ? said
        : of(rollout, said.guardrail())
            .map(bypass -> Judged.pass(said.guardrail(), because(bypass), said.policy()))
            .orElse(said);
  }

  /** Who lets a rollout pass a guardrail, as it is; empty where nobody does. */
  public static Optional<Gated.Bypass> of(RolloutState rollout, GuardrailName guardrail) {
    return Optional.ofNullable(rollout.gated().bypassed().get(guardrail))
        .filter(bypass -> bypass.hash().equals(rollout.delivery().hash()));
  }

  private static Reason because(Gated.Bypass bypass) {
    return new Reason("bypassed", "Bypassed by %s: %s".formatted(bypass.by(), bypass.because()));
  }

  /** Why nobody bypasses a guardrail, and what is done instead; empty where owners may. */
  public static Optional<Reason> never(GuardrailName guardrail, DeliveryId id) {
    if (guardrail.isOfPolicy()) {
      return refusal(
          "policy-not-bypassed",
          "A policy holds for everybody; its owner changes it. slipway why %s says who that is."
              .formatted(id.placement()));
    }
    if (guardrail.equals(GuardrailName.LOCK)) {
      return refusal(
          "lock-not-bypassed",
          "A lock is released, by whoever set it or an owner: slipway unlock %s"
              .formatted(id.placement()));
    }
    if (guardrail.equals(GuardrailName.CONCURRENCY)) {
      return refusal(
          "limit-not-bypassed",
          "The limit has a way of its own: slipway queue pass %s".formatted(id));
    }
    if (guardrail.equals(GuardrailName.SET)) {
      return refusal(
          "set-not-bypassed",
          "What goes as one starts in its order. slipway why %s says what comes before; to give the set up: slipway cancel SET."
              .formatted(id.placement()));
    }
    return guardrail.equals(GuardrailName.DECISION)
        ? refusal(
            "decision-not-bypassed",
            "Whoever may deploy says that it goes on: slipway continue %s".formatted(id))
        : Optional.empty();
  }

  private static Optional<Reason> refusal(String code, String sentence) {
    return Optional.of(new Reason(code, sentence));
  }
}
