package dev.slipway.engine.fold;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetName;
import java.util.List;
import java.util.function.Predicate;
import org.pcollections.PSortedMap;

/** Who was ordered a job of a delivery last, and nothing since. */
final class Runners {

  private Runners() {}

  static List<TargetName> of(
      PSortedMap<Slot, SlotState> slots, DeliveryId delivery, Predicate<SlotState.Ordered> which) {
    return slots.entrySet().stream()
        .filter(slot -> slot.getKey().placement().equals(delivery.placement()))
        .filter(slot ->
            slot.getValue()
                .ordered()
                .filter(order -> order.delivery().id().equals(delivery))
                .filter(which)
                .isPresent())
        .map(slot -> slot.getKey().target().target())
        .toList();
  }
}
