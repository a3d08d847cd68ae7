package dev.slipway.engine.guardrail;

import dev.slipway.engine.fold.Gated;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.OwnerAsked;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.PolicyRevision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a guardrail says now.
 *
 * @param policy by what it judged
 * @param again when it may say something else by itself
 * @param earliest when it can pass at the earliest, if nobody does anything; absent when it cannot
 * @param ways what could be done about it, by whom; none where only time helps
 * @param asks whom it asks for something, where somebody has to be told
 */
public record Judged(
    GuardrailName guardrail,
    GuardrailVerdict verdict,
    Reason because,
    PolicyRevision policy,
    Optional<Instant> again,
    Optional<Instant> earliest,
    List<Way> ways,
    Optional<OwnerAsked> asks) {

  public Judged {
    ways = List.copyOf(ways);
  }

  /** One that asks nobody for anything. */
  Judged(
      GuardrailName guardrail,
      GuardrailVerdict verdict,
      Reason because,
      PolicyRevision policy,
      Optional<Instant> again,
      Optional<Instant> earliest,
      List<Way> ways) {
    this(guardrail, verdict, because, policy, again, earliest, ways, Optional.empty());
  }

  static Judged pass(GuardrailName guardrail, Reason because, PolicyRevision policy) {
    return new Judged(
        guardrail,
        GuardrailVerdict.PASS,
        because,
        policy,
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  public boolean passes() {
    return verdict == GuardrailVerdict.PASS;
  }

  Gated.Said said() {
    return new Gated.Said(verdict, because, Optional.of(policy));
  }
}
