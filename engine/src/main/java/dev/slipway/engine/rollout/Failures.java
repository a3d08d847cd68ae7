package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.rollback.AutomaticRollback;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.state.Delivery;

/**
 * A rollout failed: its shipment stops, and where its owners want it, what was in force before
 * comes back. A rollback that fails is the end of it: it says so, and nothing more is tried.
 */
final class Failures {

  private Failures() {}

  static void fail(Deliberation d, Delivery delivery, Reason because) {
    Placement placement = delivery.id().placement();
    boolean wasRollback =
        d.world()
            .deliveries()
            .shipments()
            .travelling(delivery.shipment())
            .filter(ShipmentState::isRollback)
            .isPresent();
    Reason why = wasRollback ? twice(delivery, because) : because;
    d.write(new RolloutFailed(delivery.id(), why));
    d.write(new ShipmentStopped(delivery.shipment(), placement.environment(), why));
    if (!wasRollback) {
      AutomaticRollback.after(d, delivery);
    }
  }

  private static Reason twice(Delivery delivery, Reason because) {
    return new Reason(
        "rollback-failed",
        "The rollback %s failed too, and nothing more is tried by itself: %s"
            .formatted(delivery.id(), because.sentence()));
  }
}
