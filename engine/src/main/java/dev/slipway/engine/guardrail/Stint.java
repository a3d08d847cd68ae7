package dev.slipway.engine.guardrail;

import dev.slipway.engine.delivery.Composition;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.model.Placement;
import dev.slipway.model.Sha;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;

/**
 * The last time that something was in force in a placement.
 *
 * @param successor what took its place; absent while it is in force
 */
record Stint(InForce held, Optional<InForce> successor) {

  /**
   * When what a shipment brings was in force last. It is the same where the commit is the same and
   * the shipment would come to the very state there: so another definition, another parameter or
   * another commit is not the same, whoever shipped it, and a delivery again is.
   */
  static Optional<Stint> of(Shipment shipment, Placement there, PlacementState at) {
    List<InForce> past = at.past();
    for (int n = past.size() - 1; n >= 0; n--) {
      InForce held = past.get(n);
      if (isSame(shipment, there, held.delivery(), past)) {
        return Optional.of(
            new Stint(held, n + 1 < past.size() ? Optional.of(past.get(n + 1)) : Optional.empty()));
      }
    }
    return Optional.empty();
  }

  private static boolean isSame(
      Shipment shipment, Placement there, Delivery held, List<InForce> past) {
    Optional<Sha> before =
        held.base()
            .flatMap(number ->
                past.stream()
                    .map(InForce::delivery)
                    .filter(delivery -> delivery.id().number() == number)
                    .findFirst())
            .map(delivery -> delivery.change().sha());
    return held.change().sha().equals(shipment.change().sha())
        && Composition.state(shipment, there, before).equals(held.state());
  }

  /** Whether what took its place was brought back from before it. */
  boolean wasRolledBack() {
    return successor.flatMap(InForce::shipment).filter(ShipmentState::isRollback).isPresent();
  }
}
