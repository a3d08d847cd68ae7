package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Law 20: what starts has of every guardrail that ever spoke of it a last word that passes. */
final class VerdictBeforeOrder implements Law {

  private final Map<DeliveryId, Map<GuardrailName, GuardrailVerdict>> said = new HashMap<>();

  @Override
  public String name() {
    return "law-20";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case GuardrailJudged e -> {
        said.computeIfAbsent(e.delivery(), any -> new HashMap<>()).put(e.guardrail(), e.verdict());
        yield List.of();
      }
      case RolloutStarted e ->
          said.getOrDefault(e.delivery(), Map.of()).entrySet().stream()
              .filter(verdict -> verdict.getValue() != GuardrailVerdict.PASS)
              .map(verdict ->
                  "%s started though %s says %s"
                      .formatted(e.delivery(), verdict.getKey(), verdict.getValue()))
              .toList();
      case Entry _ -> List.of();
    };
  }
}
