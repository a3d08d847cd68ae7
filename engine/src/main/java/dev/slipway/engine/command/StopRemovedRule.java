package dev.slipway.engine.command;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.WayBack;
import dev.slipway.engine.intake.Dispatch;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Ends what runs of an application that was removed: the commit that is in force is delivered once
 * more, with no service in it. So it waits in its turn, guardrails and locks are asked, targets are
 * told as of any delivery, and everybody can see who wished it. Of an application that is still
 * there nothing is ended like this, for whatever is shipped next would start it again.
 */
final class StopRemovedRule {

  private StopRemovedRule() {}

  /** What is in force, where anything of it runs on. */
  static Optional<Delivery> running(PlacementState at) {
    return at.inForce().map(PlacementState.InForce::delivery).filter(WayBack::isKept);
  }

  static Optional<Settlement> decide(Deliberation d, Command.StopRemoved stop, String key) {
    Placement at = stop.placement();
    if (d.application(at.application()).isPresent()) {
      return Settlements.refused(
          "application-there",
          "%1$s is an application still, and what is shipped next would start it again. Remove it first: slipway app remove %1$s"
              .formatted(at.application()));
    }
    ShipmentId id = Identities.shipment(d.actor(), key);
    if (d.world().deliveries().shipments().isMade(id)) {
      return Settlements.nothing(
          "shipment-known", "The same wish made shipment %s before.".formatted(id));
    }
    Optional<Delivery> running = running(d.placement(at));
    if (running.isEmpty()) {
      return Settlements.nothing(
          "nothing-runs", "Nothing of %s runs on that Slipway started.".formatted(at));
    }
    Dispatch.all(d, List.of(shipment(d, stop, id, running.orElseThrow())));
    return Settlements.followed("stopping", "Shipment %s ends what runs of %s.".formatted(id, at));
  }

  private static Shipment shipment(
      Deliberation d, Command.StopRemoved stop, ShipmentId id, Delivery running) {
    Placement at = stop.placement();
    return new Shipment(
        id,
        at.application(),
        running.change(),
        new ApplicationDefinition(
            at.application(),
            Optional.empty(),
            List.of(),
            List.of(at.environment()),
            List.of(),
            Optional.empty()),
        List.of(at.environment()),
        new Shipment.MadeBy.Request(d.actor(), stop.confirmed()),
        false,
        new TreeMap<>());
  }
}
