package dev.slipway.engine.guardrail;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.definition.ApplicationGuardrails;
import dev.slipway.model.definition.ApprovalPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What two definitions of an application ask for, taken together. A shipment carries the rules of
 * the definition in force beside those of its own commit, and a rollback those of what it takes
 * back: neither an old commit nor the way back sheds a rule. Stateless.
 */
public final class Together {

  private Together() {}

  /** Everything that one of both asks for; absent where neither asks for anything. */
  public static Optional<List<ApplicationGuardrails>> of(
      Optional<List<ApplicationGuardrails>> one, Optional<List<ApplicationGuardrails>> other) {
    Map<EnvironmentName, List<ApprovalPolicy>> all = new TreeMap<>();
    Stream.of(one, other)
        .flatMap(Optional::stream)
        .flatMap(List::stream)
        .forEach(asked ->
            all.computeIfAbsent(asked.environment(), any -> new ArrayList<>())
                .addAll(asked.approvals()));
    return Optional.of(
            all.entrySet().stream()
                .map(at ->
                    new ApplicationGuardrails(
                        at.getKey(), at.getValue().stream().distinct().toList()))
                .toList())
        .filter(asked -> !asked.isEmpty());
  }
}
