package dev.slipway.engine.fold;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Position;
import dev.slipway.model.entry.FailurePassed;
import dev.slipway.model.entry.RolloutFailed;
import java.util.Optional;

/**
 * What failed and has not been replaced. What comes into force replaces it, but for what a failure
 * brings back by itself: that changes nothing of what people have to do.
 */
final class Breakdowns {

  private Breakdowns() {}

  static Deliveries failed(Deliveries deliveries, RolloutFailed entry, Position at) {
    return deliveries.placement(
        entry.delivery().placement(), p -> p.controlled(p.controls().failed(entry, at)));
  }

  static Deliveries settled(
      Deliveries deliveries, DeliveryId delivery, Optional<ShipmentState> shipment) {
    return shipment.filter(ShipmentState::isAutomaticRollback).isPresent()
        ? deliveries
        : replaced(deliveries, delivery);
  }

  static Deliveries passed(Deliveries deliveries, FailurePassed entry) {
    return replaced(deliveries, entry.delivery());
  }

  private static Deliveries replaced(Deliveries deliveries, DeliveryId delivery) {
    return deliveries.placement(delivery.placement(), p -> p.controlled(p.controls().replaced()));
  }
}
