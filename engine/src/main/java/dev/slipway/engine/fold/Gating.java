package dev.slipway.engine.fold;

import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.LimitPassed;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.time.Instant;

/** What is said at the gates of rollouts, folded into what travels. */
final class Gating {

  private Gating() {}

  /** Whoever is told that there is no room stands in line from then on. */
  static Deliveries judged(Deliveries deliveries, GuardrailJudged entry, Instant at) {
    Deliveries judged =
        deliveries.rollout(entry.delivery(), r -> r.gated(entry, r.gated().with(entry, at)));
    boolean waits =
        entry.guardrail().equals(GuardrailName.CONCURRENCY)
            && entry.verdict() == GuardrailVerdict.PENDING;
    return waits ? judged.placement(entry.delivery().placement(), p -> p.linedUp(at)) : judged;
  }

  static Deliveries passed(Deliveries deliveries, LimitPassed entry, Instant at) {
    return deliveries.rollout(entry.delivery(), r -> r.gated(entry, r.gated().with(entry, at)));
  }

  static Deliveries bypassed(Deliveries deliveries, GuardrailBypassed entry, Instant at) {
    return deliveries.rollout(entry.delivery(), r -> r.gated(entry, r.gated().with(entry, at)));
  }

  static Deliveries approved(Deliveries deliveries, ApprovalGiven entry, Instant at) {
    return deliveries.rollout(entry.delivery(), r -> r.gated(entry, r.gated().with(entry, at)));
  }
}
