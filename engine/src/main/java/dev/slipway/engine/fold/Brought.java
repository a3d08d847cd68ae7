package dev.slipway.engine.fold;

import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.model.state.Delivery;
import java.util.Optional;

/** What brought a delivery that is or was in force. Stateless. */
public final class Brought {

  private Brought() {}

  /** Its shipment; of a rollback, the one of what it brought back. */
  public static Optional<ShipmentState> by(PlacementState at, Delivery delivery) {
    Optional<InForce> held =
        at.past().stream().filter(past -> past.delivery().id().equals(delivery.id())).findFirst();
    Optional<Integer> restores = delivery.restores();
    return restores.isEmpty()
        ? held.flatMap(InForce::shipment)
        : at.past().stream()
            .map(InForce::delivery)
            .filter(past -> past.id().number() == restores.orElseThrow())
            .findFirst()
            .flatMap(earlier -> by(at, earlier));
  }
}
