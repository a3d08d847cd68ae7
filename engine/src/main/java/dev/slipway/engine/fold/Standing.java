package dev.slipway.engine.fold;

import dev.slipway.engine.fold.PlacementState.HeldBack;
import dev.slipway.engine.fold.PlacementState.Queued;
import dev.slipway.model.ShipmentId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** How those who wait stand in a queue. */
final class Standing {

  private Standing() {}

  /** One of them right before another, or at the end. */
  static PVector<Queued> moved(
      PVector<Queued> queue, ShipmentId shipment, Optional<ShipmentId> before) {
    PVector<Queued> others = without(queue, shipment);
    List<ShipmentId> order = others.stream().map(Queued::shipment).toList();
    int place = before.map(order::indexOf).filter(at -> at >= 0).orElseGet(order::size);
    return queue.stream()
        .filter(q -> q.shipment().equals(shipment))
        .findFirst()
        .map(moved -> others.plus(place, moved))
        .orElse(queue);
  }

  static PVector<Queued> without(PVector<Queued> queue, ShipmentId shipment) {
    return queue.minusAll(queue.stream().filter(q -> q.shipment().equals(shipment)).toList());
  }

  /** The same, with what holds some of them. */
  static PVector<Queued> held(
      PVector<Queued> queue, Predicate<Queued> which, Optional<HeldBack> by) {
    return TreePVector.from(queue.stream().map(q -> which.test(q) ? held(q, by) : q).toList());
  }

  private static Queued held(Queued queued, Optional<HeldBack> by) {
    return new Queued(queued.shipment(), queued.position(), queued.since(), by);
  }
}
