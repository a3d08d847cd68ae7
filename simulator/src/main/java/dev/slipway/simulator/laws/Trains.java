package dev.slipway.simulator.laws;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.FailurePassed;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Shipment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stands still behind a failure where releases run as a train: what was made before it, until
 * something comes into force that the failure did not bring back by itself, or a person says that
 * they go on.
 */
final class Trains {

  private final Set<EnvironmentName> running = new HashSet<>();
  private final Map<Placement, Failure> failures = new HashMap<>();
  private final Map<ShipmentId, Position> made = new HashMap<>();
  private final Set<ShipmentId> rollbacks = new HashSet<>();
  private final Set<ShipmentId> byThemselves = new HashSet<>();
  private final Map<DeliveryId, ShipmentId> carried = new HashMap<>();

  private record Failure(DeliveryId delivery, Position at) {}

  void read(Recorded recorded) {
    switch (recorded.entry()) {
      case EnvironmentDeclared e -> {
        if (e.definition().queuePolicy() == QueuePolicy.TRAIN) {
          running.add(e.definition().name());
        } else {
          running.remove(e.definition().name());
        }
      }
      case ShipmentMade e -> made(e.shipment(), recorded.position());
      case DeliveryMade e -> carried.put(e.delivery().id(), e.delivery().shipment());
      case RolloutFailed e ->
          failures.put(e.delivery().placement(), new Failure(e.delivery(), recorded.position()));
      case RolloutSettled e -> {
        if (!byThemselves.contains(carried.get(e.delivery()))) {
          failures.remove(e.delivery().placement());
        }
      }
      case FailurePassed e -> failures.remove(e.delivery().placement());
      case Entry _ -> {}
    }
  }

  private void made(Shipment shipment, Position at) {
    made.put(shipment.id(), at);
    if (shipment.madeBy() instanceof Shipment.MadeBy.Rollback back) {
      rollbacks.add(shipment.id());
      if (back.automatic()) {
        byThemselves.add(shipment.id());
      }
    }
  }

  /** What failed, where a shipment has to wait until that is replaced. */
  Optional<DeliveryId> failureBefore(Placement placement, ShipmentId shipment) {
    return Optional.ofNullable(failures.get(placement))
        .filter(_ -> running.contains(placement.environment()) && !rollbacks.contains(shipment))
        .filter(
            failure -> !Optional.ofNullable(made.get(shipment)).orElseThrow().isAfter(failure.at()))
        .map(Failure::delivery);
  }
}
