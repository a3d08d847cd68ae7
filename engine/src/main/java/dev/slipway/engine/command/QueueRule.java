package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.Queued;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Spot;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.ShipmentMoved;
import java.util.List;
import java.util.Optional;

/**
 * People order what waits, and take out what is not to start. What has its delivery already is past
 * the queue, and nobody moves it; a rollback goes first, and nobody moves that either.
 *
 * <pre>
 *   move    waits                → before the one that is named, first after rollbacks, or last
 *   move    stands there already → nothing follows
 *   remove  waits                → it ends here, and travels no further
 *   either  waits here no more   → refused, and told where it is
 * </pre>
 */
final class QueueRule {

  private QueueRule() {}

  static Optional<Settlement> move(Deliberation d, Command.MoveQueued wish) {
    Optional<Settlement> refusal = refusal(d, wish.placement(), wish.shipment());
    return refusal.isPresent() ? refusal : moved(d, wish);
  }

  private static Optional<Settlement> moved(Deliberation d, Command.MoveQueued wish) {
    List<ShipmentId> queue = queue(d, wish.placement());
    if (isRollback(d, wish.shipment())) {
      return rollbackFirst(wish.shipment());
    }
    List<ShipmentId> others = queue.stream().filter(id -> !id.equals(wish.shipment())).toList();
    Optional<ShipmentId> before =
        switch (wish.to()) {
          case Spot.First _ -> others.stream().filter(id -> !isRollback(d, id)).findFirst();
          case Spot.Before(ShipmentId other) -> Optional.of(other);
          case Spot.Last _ -> Optional.empty();
        };
    if (before.filter(other -> !others.contains(other)).isPresent()) {
      return before.filter(wish.shipment()::equals).isPresent()
          ? there(wish)
          : refusal(d, wish.placement(), before.orElseThrow());
    }
    if (before.filter(other -> isRollback(d, other)).isPresent()) {
      return rollbackFirst(before.orElseThrow());
    }
    int next = queue.indexOf(wish.shipment()) + 1;
    Optional<ShipmentId> behind =
        next < queue.size() ? Optional.of(queue.get(next)) : Optional.empty();
    if (behind.equals(before)) {
      return there(wish);
    }
    d.write(new ShipmentMoved(wish.placement(), wish.shipment(), before, d.actor()));
    Advance.placement(d, wish.placement());
    return Settlements.followed("moved", sentence(d, wish, others.size() + 1));
  }

  private static String sentence(Deliberation d, Command.MoveQueued wish, int size) {
    int place = queue(d, wish.placement()).indexOf(wish.shipment()) + 1;
    return "Shipment %s has place %d of %d at %s now."
        .formatted(wish.shipment(), place, size, wish.placement());
  }

  static Optional<Settlement> remove(Deliberation d, Command.RemoveQueued wish) {
    Optional<Settlement> refusal = refusal(d, wish.placement(), wish.shipment());
    return refusal.isPresent() ? refusal : CancelRule.removed(d, wish.placement(), wish.shipment());
  }

  private static List<ShipmentId> queue(Deliberation d, Placement placement) {
    return d.placement(placement).queue().stream().map(Queued::shipment).toList();
  }

  private static boolean isRollback(Deliberation d, ShipmentId id) {
    return d.world().deliveries().shipments().isRollback(id);
  }

  /** Why a shipment cannot be ordered here; empty when it waits here. */
  private static Optional<Settlement> refusal(Deliberation d, Placement placement, ShipmentId id) {
    Optional<Settlement> unknown = Placed.refusal(d, placement);
    if (unknown.isPresent()) {
      return unknown;
    }
    PlacementState at = d.placement(placement);
    Optional<RolloutState> rollout =
        at.active().filter(active -> active.delivery().shipment().equals(id));
    if (rollout.isPresent()) {
      return Settlements.refused(
          "past-the-queue",
          "Shipment %1$s left the queue: it is %2$s. To end that: slipway cancel %2$s"
              .formatted(id, rollout.orElseThrow().delivery().id()));
    }
    return queue(d, placement).contains(id)
        ? Optional.empty()
        : Settlements.refused(
            "not-queued", "Shipment %s does not wait at %s.".formatted(id, placement));
  }

  private static Optional<Settlement> rollbackFirst(ShipmentId rollback) {
    return Settlements.refused(
        "rollback-goes-first",
        "Shipment %s brings an earlier delivery back, and goes before all that waits."
            .formatted(rollback));
  }

  private static Optional<Settlement> there(Command.MoveQueued wish) {
    return Settlements.nothing(
        "there-already", "Shipment %s stands there already.".formatted(wish.shipment()));
  }
}
