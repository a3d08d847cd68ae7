package dev.slipway.simulator.planted;

import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.guardrail.Juncture;
import java.util.Set;

/** An environment as it would be if it asked for less. */
final class Unjudged {

  private static final Set<Juncture> LATE = Set.of(Juncture.DURING, Juncture.AFTER);

  private Unjudged() {}

  static EnvironmentDeclared afterTheStart(EnvironmentDeclared declared) {
    EnvironmentDefinition asked = declared.definition();
    return new EnvironmentDeclared(
        new EnvironmentDefinition(
            asked.name(),
            asked.labels(),
            asked.implicit(),
            asked.silentAfter(),
            asked.allowEmpty(),
            asked.onFailure(),
            asked.guardrails().map(Unjudged::afterTheStart),
            asked.protection(),
            asked.queue(),
            asked.concurrency(),
            asked.rollouts()),
        declared.origin());
  }

  private static GuardrailPolicy afterTheStart(GuardrailPolicy asked) {
    return new GuardrailPolicy(
        asked.approval(),
        asked.further(),
        asked.checks().filter(Unjudged::isEarly),
        asked.soak(),
        asked.bake(),
        asked.resources());
  }

  private static boolean isEarly(ChecksPolicy checks) {
    return !LATE.contains(checks.juncture());
  }
}
