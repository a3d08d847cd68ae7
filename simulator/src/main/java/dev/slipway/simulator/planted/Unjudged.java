package dev.slipway.simulator.planted;

import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.guardrail.Juncture;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** An environment as it would be if it asked for less. */
final class Unjudged {

  private static final Set<Juncture> LATE = Set.of(Juncture.DURING, Juncture.AFTER);

  private Unjudged() {}

  static EnvironmentDeclared with(
      EnvironmentDeclared declared, UnaryOperator<GuardrailPolicy> less) {
    EnvironmentDefinition asked = declared.definition();
    return new EnvironmentDeclared(asked.asking(asked.guardrails().map(less)), declared.origin());
  }

  /** Checks are judged before the start, or not at all. */
  static GuardrailPolicy withoutLateChecks(GuardrailPolicy asked) {
    return new GuardrailPolicy(
        asked.approval(),
        asked.further(),
        asked.checks().filter(checks -> isEarly(checks.juncture())),
        asked.soak(),
        asked.bake(),
        asked.resources(),
        asked.deployment());
  }

  /** Resources are looked at before the start, or not at all. */
  static GuardrailPolicy withoutLateResources(GuardrailPolicy asked) {
    return asked.needing(
        asked.resources().stream()
            .flatMap(List::stream)
            .filter(resource -> isEarly(resource.juncture()))
            .toList());
  }

  private static boolean isEarly(Juncture juncture) {
    return !LATE.contains(juncture);
  }
}
