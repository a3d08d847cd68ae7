package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.ShipmentStopped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An application is forgotten. What runs of it goes on running and a rollout on its way goes to its
 * end; what waits is stopped.
 */
final class RemoveApplicationRule {

  /** So many commands are told. */
  private static final int TOLD_MAX = 10;

  private RemoveApplicationRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.RemoveApplication remove) {
    if (d.application(remove.application()).isEmpty()) {
      return Settlements.refused(
          "unknown-application", "There is no application %s.".formatted(remove.application()));
    }
    Reason because =
        new Reason("application-removed", "%s was removed.".formatted(remove.application()));
    List<Placement> placements =
        d.world().deliveries().placements().keySet().stream()
            .filter(placement -> placement.application().equals(remove.application()))
            .toList();
    for (Placement placement : placements) {
      for (ShipmentId waiting : waiting(d.placement(placement))) {
        d.write(new ShipmentStopped(waiting, placement.environment(), because));
      }
    }
    d.write(new ApplicationRemoved(remove.application()));
    Advance.application(d, remove.application());
    return Settlements.followed(
        because.code(), "%s %s".formatted(because.sentence(), left(d, placements)));
  }

  /** What becomes of what runs, and how that is ended. */
  private static String left(Deliberation d, List<Placement> placements) {
    List<String> ends =
        placements.stream()
            .filter(placement -> StopRemovedRule.running(d.placement(placement)).isPresent())
            .map(placement -> "slipway app stop " + placement)
            .toList();
    String more = ends.size() > TOLD_MAX ? ", and %d more".formatted(ends.size() - TOLD_MAX) : "";
    return "What runs of it goes on as it was ordered last."
        + (ends.isEmpty()
            ? ""
            : " To end that: %s%s"
                .formatted(
                    String.join(", ", ends.subList(0, Math.min(ends.size(), TOLD_MAX))), more));
  }

  private static List<ShipmentId> waiting(PlacementState at) {
    Stream<ShipmentId> head =
        at.active().filter(RolloutState::isWaiting).map(r -> r.delivery().shipment()).stream();
    return Stream.concat(head, at.queue().stream().map(PlacementState.Queued::shipment)).toList();
  }
}
