package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.Placement;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import dev.slipway.model.state.Skip;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Law 21: what was rolled back comes back by nothing but a person's wish, or another rollback. It
 * goes by what rollbacks say that they go back behind, not by the holds that they lay.
 */
final class HeldStaysAway implements Law {

  private final Map<Placement, Map<ShipmentId, Set<Sha>>> left = new HashMap<>();
  private final Set<ShipmentId> rollbacks = new HashSet<>();

  @Override
  public String name() {
    return "law-21";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    switch (recorded.entry()) {
      case HoldLifted e -> at(e.placement()).remove(e.rollback());
      case ShipmentMade e when e.shipment().madeBy() instanceof Shipment.MadeBy.Rollback made ->
          leave(e.shipment(), made);
      case DeliveryMade e when !rollbacks.contains(e.delivery().shipment()) -> {
        return back(e.delivery());
      }
      case Entry _ -> {}
    }
    return List.of();
  }

  private void leave(Shipment shipment, Shipment.MadeBy.Rollback made) {
    rollbacks.add(shipment.id());
    Set<Sha> commits =
        made.skips().stream()
            .map(Skip::sha)
            .filter(sha -> !sha.equals(shipment.change().sha()))
            .collect(Collectors.toSet());
    at(new Placement(shipment.application(), shipment.travel().getFirst()))
        .put(shipment.id(), commits);
  }

  private Map<ShipmentId, Set<Sha>> at(Placement placement) {
    return left.computeIfAbsent(placement, any -> new HashMap<>());
  }

  private List<String> back(Delivery delivery) {
    Sha sha = delivery.change().sha();
    return at(delivery.id().placement()).entrySet().stream()
        .filter(rollback -> rollback.getValue().contains(sha))
        .map(rollback ->
            "%s brings %s back, which %s left behind"
                .formatted(delivery.id(), sha, rollback.getKey()))
        .toList();
  }
}
