package dev.slipway.simulator.laws;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.guardrail.Juncture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a delivery goes past what has to hold at a juncture: with an approval, a step, its end. */
final class Passages {

  private final Map<DeliveryId, Integer> steps = new HashMap<>();

  /**
   * A delivery goes on.
   *
   * @param past the junctures at which it had to be judged before
   */
  record Passage(DeliveryId delivery, List<Juncture> past, String how) {}

  /** Whether an entry says so. */
  Optional<Passage> of(Entry entry) {
    return switch (entry) {
      case ApprovalGiven e ->
          Optional.of(new Passage(e.delivery(), List.of(Juncture.BEFORE_APPROVAL), "was approved"));
      case RolloutStarted e -> {
        steps.put(e.delivery(), 1);
        yield Optional.of(
            new Passage(
                e.delivery(),
                List.of(Juncture.BEFORE_APPROVAL, Juncture.AFTER_APPROVAL),
                "started"));
      }
      case OrderIssued e when e.step() > steps.getOrDefault(e.delivery(), e.step()) -> {
        steps.put(e.delivery(), e.step());
        yield Optional.of(
            new Passage(e.delivery(), List.of(Juncture.DURING), "took step " + e.step()));
      }
      case RolloutSettled e ->
          Optional.of(new Passage(e.delivery(), List.of(Juncture.AFTER), "settled"));
      case Entry _ -> Optional.empty();
    };
  }
}
