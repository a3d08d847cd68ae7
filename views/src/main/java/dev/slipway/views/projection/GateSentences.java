package dev.slipway.views.projection;

import dev.slipway.model.entry.FailurePassed;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.LimitPassed;
import dev.slipway.model.guardrail.GuardrailVerdict;

/** What guardrails say, and what people let past. Stateless. */
final class GateSentences {

  private GateSentences() {}

  static String of(GuardrailJudged it) {
    return "The guardrail " + it.guardrail() + " of " + it.delivery() + verdict(it.verdict());
  }

  static String of(GuardrailBypassed it) {
    return "%s goes past its guardrail %s: %s"
        .formatted(it.delivery(), it.guardrail(), it.because());
  }

  static String of(LimitPassed it) {
    return it.delivery() + " may pass the limit" + it.because().map(": %s"::formatted).orElse(".");
  }

  static String of(FailurePassed it) {
    return "What waited behind "
        + it.delivery()
        + " goes on without it"
        + it.because().map(": %s"::formatted).orElse(".");
  }

  private static String verdict(GuardrailVerdict verdict) {
    return switch (verdict) {
      case PASS -> " passes.";
      case FAIL -> " fails.";
      case PENDING -> " is pending.";
      case INCONCLUSIVE -> " cannot tell.";
    };
  }
}
