package dev.slipway.views.row;

import dev.slipway.model.Reason;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.PolicyRevision;
import java.time.Instant;
import java.util.Optional;

/** What a guardrail said last of a delivery, and since when it says so. */
public record GuardrailRow(
    GuardrailName name,
    GuardrailVerdict verdict,
    Reason because,
    Optional<PolicyRevision> policy,
    Instant since) {

  boolean passes() {
    return verdict == GuardrailVerdict.PASS;
  }
}
