package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Delivery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Law 12: a delivery holds what its shipment pinned when it was made. */
final class Pinned implements Law {

  private final Map<ShipmentId, Change> pinned = new HashMap<>();

  @Override
  public String name() {
    return "law-12";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ShipmentMade e -> {
        pinned.put(e.shipment().id(), e.shipment().change());
        yield List.of();
      }
      case DeliveryMade e -> holds(e.delivery());
      case Entry _ -> List.of();
    };
  }

  private List<String> holds(Delivery delivery) {
    Change change = delivery.change();
    boolean same =
        change.equals(pinned.get(delivery.shipment()))
            && delivery.state().services().stream()
                .flatMap(service -> service.releases().stream())
                .allMatch(release -> release.release().artifact().equals(change.artifact()));
    return same ? List.of() : List.of(delivery.id() + " holds what its shipment never pinned");
  }
}
