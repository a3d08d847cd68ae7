package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.queue.Queues;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.Placement;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Shipment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sends shipments on their way. All that one cause makes are queued before any of them starts, so
 * that of automatic ones only the newest starts.
 */
public final class Dispatch {

  private Dispatch() {}

  public static void all(Deliberation d, List<Shipment> shipments) {
    Set<Placement> placements = new LinkedHashSet<>();
    for (Shipment shipment : shipments) {
      d.write(new ShipmentMade(shipment));
      Placement first = new Placement(shipment.application(), shipment.travel().getFirst());
      Queues.enqueue(d, first, shipment.id());
      placements.add(first);
    }
    placements.forEach(placement -> Advance.placement(d, placement));
  }
}
