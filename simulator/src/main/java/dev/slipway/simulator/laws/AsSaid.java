package dev.slipway.simulator.laws;

import dev.slipway.aggregation.Compilation;
import dev.slipway.aggregation.CompiledService;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ServiceName;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.Shipment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Law 52: what a delivery gives its services is what the documents come to that its shipment took
 * along, whatever was said since.
 */
final class AsSaid implements Law {

  private final Map<ShipmentId, Shipment> made = new HashMap<>();

  @Override
  public String name() {
    return "law-52";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ShipmentMade e -> {
        made.put(e.shipment().id(), e.shipment());
        yield List.of();
      }
      case DeliveryMade e when e.delivery().restores().isEmpty() -> holds(e.delivery());
      case Entry _ -> List.of();
    };
  }

  private List<String> holds(Delivery delivery) {
    return Optional.ofNullable(made.get(delivery.shipment()))
        .map(shipment -> said(shipment, delivery))
        .filter(said -> !said.equals(given(delivery)))
        .map(said -> "%s gives %s, and %s was said".formatted(delivery.id(), given(delivery), said))
        .stream()
        .toList();
  }

  private static Map<ServiceName, SortedMap<String, String>> said(
      Shipment shipment, Delivery delivery) {
    return Compilation.of(
            shipment.definition(),
            delivery.id().placement().environment(),
            shipment.inputs().flatMap(Inputs::overlays).orElseGet(List::of))
        .services()
        .stream()
        .map(CompiledService::definition)
        .collect(Collectors.toMap(ServiceDefinition::name, ServiceDefinition::variables));
  }

  private static Map<ServiceName, SortedMap<String, String>> given(Delivery delivery) {
    return delivery.state().services().stream()
        .collect(
            Collectors.toMap(
                DesiredService::name,
                service -> service.releases().getFirst().release().variables()));
  }
}
