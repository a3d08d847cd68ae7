package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.EnvironmentGroupState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Law 62: every environment of a group is as its template says; what travels on into one has
 * settled in the environment before; and when it has been calm for long, what a trigger sent and is
 * in force before one on a route, or something newer, was sent there too, whenever it joined. What
 * was removed and came back is a stranger, and gets what is pushed.
 */
final class Newcomers implements Law {

  private final Map<ShipmentId, Shipment> shipments = new HashMap<>();
  private final Map<ShipmentId, Position> made = new HashMap<>();
  private final Set<Position> fired = new HashSet<>();
  private final Map<Placement, Position> newest = new HashMap<>();
  private final Map<ShipmentId, Set<EnvironmentName>> settled = new HashMap<>();
  private final Set<ApplicationName> removed = new HashSet<>();

  @Override
  public String name() {
    return "law-62";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ShipmentMade e -> {
        Shipment shipment = e.shipment();
        shipments.put(shipment.id(), shipment);
        made.put(
            shipment.id(),
            shipment.madeBy() instanceof Shipment.MadeBy.Joining joining
                ? joining.made()
                : recorded.position());
        if (shipment.madeBy() instanceof Shipment.MadeBy.Trigger) {
          fired.add(recorded.position());
        }
        yield List.of();
      }
      case ApplicationRemoved e -> {
        removed.add(e.application());
        yield List.of();
      }
      case RolloutSettled e -> {
        brings(world, e)
            .ifPresent(id ->
                settled
                    .computeIfAbsent(id, _ -> new HashSet<>())
                    .add(e.delivery().placement().environment()));
        yield List.of();
      }
      case ShipmentQueued e -> queued(world, e);
      case Entry _ -> List.of();
    };
  }

  private static Optional<ShipmentId> brings(World world, RolloutSettled entry) {
    return world
        .deliveries()
        .placement(entry.delivery().placement())
        .inForce()
        .map(held -> held.delivery().shipment());
  }

  private List<String> queued(World world, ShipmentQueued entry) {
    Placement here = entry.placement();
    newest.merge(
        here,
        made.getOrDefault(entry.shipment(), Position.START),
        (one, other) -> one.isAfter(other) ? one : other);
    List<EnvironmentName> travel =
        Optional.ofNullable(shipments.get(entry.shipment()))
            .map(Shipment::travel)
            .orElseGet(List::of);
    int at = travel.indexOf(here.environment());
    return at > 0
            && isOfGroup(world, here.environment())
            && !settled.getOrDefault(entry.shipment(), Set.of()).contains(travel.get(at - 1))
        ? List.of(
            "%s is sent to %s, and has not settled in %s"
                .formatted(entry.shipment(), here, travel.get(at - 1)))
        : List.of();
  }

  private static boolean isOfGroup(World world, EnvironmentName environment) {
    return world.declared().environmentGroups().values().stream()
        .anyMatch(group -> group.environments().containsKey(environment));
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    World world = ending.world();
    List<String> wrong = new ArrayList<>();
    for (EnvironmentGroupState group : world.declared().environmentGroups().values()) {
      group.environments().keySet().stream()
          .filter(environment -> !isAsItsTemplate(world, group, environment))
          .map(environment -> environment + " is not as its template says")
          .forEach(wrong::add);
    }
    world.declared().applications().values().stream()
        .map(ApplicationState::definition)
        .filter(definition -> !removed.contains(definition.name()))
        .forEach(definition -> wrong.addAll(leftOut(world, definition)));
    return wrong;
  }

  private static boolean isAsItsTemplate(
      World world, EnvironmentGroupState group, EnvironmentName environment) {
    return world
        .declared()
        .environment(environment)
        .filter(state -> state.definition().equals(group.definition().made(environment)))
        .isPresent();
  }

  /** Goes by the names in the document, and not by what somebody took them for. */
  private List<String> leftOut(World world, ApplicationDefinition definition) {
    List<EnvironmentName> route =
        definition.names().stream().flatMap(name -> stops(world, name)).toList();
    List<String> wrong = new ArrayList<>();
    for (int i = 1; i < route.size(); i++) {
      Placement before = new Placement(definition.name(), route.get(i - 1));
      Placement here = new Placement(definition.name(), route.get(i));
      Optional<Position> sent =
          isOfGroup(world, route.get(i)) ? sent(world, before) : Optional.empty();
      if (sent.filter(it -> it.isAfter(newest.getOrDefault(here, Position.START))).isPresent()) {
        wrong.add("what is in force at %s was never sent to %s".formatted(before, here));
      }
    }
    return wrong;
  }

  private static Stream<EnvironmentName> stops(World world, EnvironmentName name) {
    return world
        .declared()
        .environmentGroup(name)
        .<Stream<EnvironmentName>>map(group -> group.environments().keySet().stream())
        .orElseGet(() -> Stream.of(name));
  }

  /** When that was made which is in force there, where a trigger sent it in the first place. */
  private Optional<Position> sent(World world, Placement there) {
    return world
        .deliveries()
        .placement(there)
        .inForce()
        .flatMap(InForce::shipment)
        .map(state -> made.getOrDefault(state.shipment().id(), Position.START))
        .filter(fired::contains);
  }
}
