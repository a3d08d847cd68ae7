package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.SetId;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.DependencyDefinition;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Law 51: a member of a set starts in an environment only when those that it needs in the set have
 * settled there, and all of them in the environment before; and none starts after one of them ended
 * otherwise. What goes back does so in the reverse order. It goes by what each shipment pins, and
 * asks nobody what the set says of itself.
 */
final class OneSet implements Law {

  private final Map<SetId, Map<ApplicationName, Shipment>> sets = new HashMap<>();
  private final Map<ShipmentId, Shipment> members = new HashMap<>();
  private final Map<DeliveryId, ShipmentId> carried = new HashMap<>();
  private final Set<Arrival> arrived = new HashSet<>();
  private final Set<SetId> failed = new HashSet<>();

  private record Arrival(ShipmentId shipment, EnvironmentName environment) {}

  @Override
  public String name() {
    return "law-51";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ShipmentMade e when e.shipment().set().isPresent() -> {
        members.put(e.shipment().id(), e.shipment());
        sets.computeIfAbsent(e.shipment().set().orElseThrow(), _ -> new LinkedHashMap<>())
            .put(e.shipment().application(), e.shipment());
        yield List.of();
      }
      case DeliveryMade e -> {
        carried.put(e.delivery().id(), e.delivery().shipment());
        yield List.of();
      }
      case RolloutSettled e -> {
        member(e.delivery())
            .ifPresent(
                one -> arrived.add(new Arrival(one.id(), e.delivery().placement().environment())));
        yield List.of();
      }
      case ShipmentStopped e -> ended(e.shipment());
      case ShipmentSuperseded e -> ended(e.shipment());
      case RolloutStarted e ->
          member(e.delivery()).map(one -> early(e.delivery(), one)).orElseGet(List::of);
      case Entry _ -> List.of();
    };
  }

  private List<String> ended(ShipmentId id) {
    Optional.ofNullable(members.get(id)).flatMap(Shipment::set).ifPresent(failed::add);
    return List.of();
  }

  private Optional<Shipment> member(DeliveryId delivery) {
    return Optional.ofNullable(carried.get(delivery))
        .flatMap(id -> Optional.ofNullable(members.get(id)));
  }

  private List<String> early(DeliveryId delivery, Shipment one) {
    List<String> against = new ArrayList<>();
    SetId set = one.set().orElseThrow();
    EnvironmentName here = delivery.placement().environment();
    if (failed.contains(set)) {
      against.add("%s started after one of %s had ended".formatted(delivery, set));
    }
    int stop = one.travel().indexOf(here);
    for (Shipment other : Optional.ofNullable(sets.get(set)).orElseThrow().values()) {
      boolean before = stop > 0 && !hasArrived(other, one.travel().get(stop - 1));
      boolean needed = comesAfter(one, other) && !hasArrived(other, here);
      if (before || needed) {
        against.add(
            "%s started before %s of %s had arrived"
                .formatted(delivery, new Placement(other.application(), here), set));
      }
    }
    return against;
  }

  private boolean hasArrived(Shipment shipment, EnvironmentName environment) {
    return arrived.contains(new Arrival(shipment.id(), environment));
  }

  /** What goes back comes after those that need it. */
  private static boolean comesAfter(Shipment one, Shipment other) {
    return one.madeBy() instanceof Shipment.MadeBy.Rollback
        ? needs(other, one.application())
        : needs(one, other.application());
  }

  private static boolean needs(Shipment shipment, ApplicationName other) {
    return !shipment.application().equals(other)
        && shipment.definition().needs().stream()
            .flatMap(List::stream)
            .map(DependencyDefinition::application)
            .anyMatch(other::equals);
  }
}
