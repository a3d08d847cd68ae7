package dev.slipway.engine.fold;

import dev.slipway.model.Slot;
import dev.slipway.model.entry.TargetRemoved;
import java.util.List;

/** A target that was removed is as one that was never ordered anything. */
final class Removal {

  private Removal() {}

  static Deliveries of(Deliveries deliveries, TargetRemoved entry) {
    List<Slot> theirs =
        deliveries.slots().keySet().stream()
            .filter(slot -> slot.target().equals(entry.target()))
            .toList();
    return new Deliveries(
        deliveries.shipments(), deliveries.placements(), deliveries.slots().minusAll(theirs));
  }
}
