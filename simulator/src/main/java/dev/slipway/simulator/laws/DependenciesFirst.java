package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.ServiceName;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.DependencyDefinition;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Shipment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Law 36: nothing starts before what it depends on is in force. A delivery starts when the
 * applications that it needs are, at what it needs; a new release of a service is ordered when
 * those it comes after are as wanted in the same order. What comes back has been in force.
 */
final class DependenciesFirst implements Law {

  private final Map<ShipmentId, Shipment> shipments = new HashMap<>();
  private final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
  private final Map<Placement, Delivery> inForce = new HashMap<>();

  @Override
  public String name() {
    return "law-36";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ShipmentMade e -> {
        shipments.put(e.shipment().id(), e.shipment());
        yield List.of();
      }
      case DeliveryMade e -> {
        deliveries.put(e.delivery().id(), e.delivery());
        yield List.of();
      }
      case RolloutSettled e -> {
        inForce.put(e.delivery().placement(), delivery(e.delivery()));
        yield List.of();
      }
      case RolloutStarted e -> started(delivery(e.delivery()));
      case OrderIssued e when e.step() > 0 && e.job().isEmpty() ->
          ordered(world, e, delivery(e.delivery()));
      case Entry _ -> List.of();
    };
  }

  private List<String> started(Delivery delivery) {
    Shipment shipment = Optional.ofNullable(shipments.get(delivery.shipment())).orElseThrow();
    return shipment.madeBy() instanceof Shipment.MadeBy.Rollback
        ? List.of()
        : shipment.definition().needs().stream()
            .flatMap(List::stream)
            .filter(need -> !isMet(need, delivery))
            .map(need -> "%s started without %s".formatted(delivery.id(), need))
            .toList();
  }

  private boolean isMet(DependencyDefinition need, Delivery delivery) {
    Placement there = new Placement(need.application(), delivery.id().placement().environment());
    return Optional.ofNullable(inForce.get(there))
        .map(held -> held.change().sha().value())
        .filter(sha -> need.at().stream().allMatch(sha::startsWith))
        .isPresent();
  }

  private List<String> ordered(World world, OrderIssued order, Delivery delivery) {
    return delivery.restores().isPresent()
        ? List.of()
        : Orders.bodyOf(world, order.slot()).stream()
            .map(OrderBody::wanted)
            .flatMap(wanted ->
                wanted instanceof OrderBody.Wanted.Present it
                    ? tooEarly(it.state(), delivery)
                    : Stream.of())
            .map(what -> "%s: %s".formatted(order, what))
            .toList();
  }

  private Stream<String> tooEarly(DesiredState state, Delivery delivery) {
    Optional<Delivery> held = Optional.ofNullable(inForce.get(delivery.id().placement()));
    return state.services().stream()
        .filter(service -> held.stream().noneMatch(it -> isOf(service, it)))
        .flatMap(service ->
            service.after().stream()
                .flatMap(List::stream)
                .filter(needed -> !isThere(state, needed, delivery))
                .map(needed -> "%s comes before %s".formatted(service.name(), needed)));
  }

  /** Whether all releases of a service are of a delivery, so that nothing of it is new. */
  private static boolean isOf(DesiredService service, Delivery delivery) {
    return service.releases().stream()
        .map(DesiredRelease::release)
        .allMatch(release ->
            delivery.state().services().stream()
                .flatMap(old -> old.releases().stream())
                .anyMatch(old -> old.release().equals(release)));
  }

  /** All its traffic goes to as many of what is new as are wanted; commands have their own law. */
  private static boolean isThere(DesiredState state, ServiceName name, Delivery delivery) {
    return delivery.state().services().stream()
        .filter(service -> service.name().equals(name))
        .map(service -> service.releases().getFirst())
        .filter(wanted -> !(wanted.release().workload() instanceof Workload.Command))
        .allMatch(wanted ->
            state.services().stream()
                .filter(service -> service.name().equals(name))
                .anyMatch(service -> service.releases().contains(wanted)));
  }

  private Delivery delivery(DeliveryId id) {
    return Optional.ofNullable(deliveries.get(id)).orElseThrow();
  }
}
