package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.entry.PlacementResumed;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Law 22: while a placement is paused no rollout and no step starts there. A target may still be
 * ordered back, and one that joins gets what is in force.
 */
final class PausedRests implements Law {

  private final Set<Placement> paused = new HashSet<>();
  private final Map<Placement, DeliveryId> inForce = new HashMap<>();

  @Override
  public String name() {
    return "law-22";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case PlacementPaused e -> {
        paused.add(e.placement());
        yield List.of();
      }
      case PlacementResumed e -> {
        paused.remove(e.placement());
        yield List.of();
      }
      case RolloutSettled e -> {
        inForce.put(e.delivery().placement(), e.delivery());
        yield List.of();
      }
      case DeliveryMade e -> resting(e.delivery().id(), "was made");
      case RolloutStarted e -> resting(e.delivery(), "started");
      case OrderIssued e when e.step() > 0 && !isInForce(e.delivery()) ->
          resting(e.delivery(), "went on");
      case Entry _ -> List.of();
    };
  }

  private boolean isInForce(DeliveryId delivery) {
    return delivery.equals(inForce.get(delivery.placement()));
  }

  private List<String> resting(DeliveryId delivery, String what) {
    return paused.contains(delivery.placement())
        ? List.of("%s %s while it was paused".formatted(delivery, what))
        : List.of();
  }
}
