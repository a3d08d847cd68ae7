package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentSuperseded;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Law 13: a placement has one rollout at a time, and what was superseded never comes back, nor
 * leaves an order behind that somebody could still take.
 */
final class OneAtATime implements Law {

  private final Map<Placement, DeliveryId> active = new HashMap<>();
  private final Set<ShipmentId> superseded = new HashSet<>();

  @Override
  public String name() {
    return "law-13";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ShipmentSuperseded e -> {
        superseded.add(e.shipment());
        yield passed(world, e);
      }
      case ShipmentQueued e -> back(e.shipment());
      case DeliveryMade e -> back(e.delivery().shipment());
      case RolloutStarted e -> started(e.delivery());
      case RolloutSettled e -> ended(e.delivery());
      case RolloutFailed e -> ended(e.delivery());
      case RolloutCancelled e -> ended(e.delivery());
      case Entry _ -> List.of();
    };
  }

  /** Of one that had started, every order has been taken back. */
  private List<String> passed(World world, ShipmentSuperseded entry) {
    Placement placement = entry.placement();
    DeliveryId before = active.get(placement);
    if (before == null || isActive(world, before)) {
      return List.of();
    }
    active.remove(placement);
    return world.deliveries().slots().entrySet().stream()
        .filter(slot -> slot.getKey().placement().equals(placement))
        .filter(slot ->
            slot.getValue()
                .ordered()
                .filter(order -> order.delivery().id().equals(before) && order.step() > 0)
                .isPresent())
        .map(slot -> before + " was superseded, and its order to " + slot.getKey() + " stays")
        .toList();
  }

  private static boolean isActive(World world, DeliveryId delivery) {
    return world.deliveries().placement(delivery.placement()).of(delivery).isPresent();
  }

  private List<String> back(ShipmentId shipment) {
    return superseded.contains(shipment)
        ? List.of(shipment + " was superseded, and came back")
        : List.of();
  }

  private List<String> started(DeliveryId delivery) {
    DeliveryId before = active.put(delivery.placement(), delivery);
    return before == null
        ? List.of()
        : List.of(delivery + " started while " + before + " was on its way");
  }

  private List<String> ended(DeliveryId delivery) {
    return active.remove(delivery.placement(), delivery)
        ? List.of()
        : List.of(delivery + " ended without being on its way");
  }
}
