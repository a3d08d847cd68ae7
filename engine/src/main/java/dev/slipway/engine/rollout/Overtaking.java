package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.fold.WayBack;
import dev.slipway.engine.queue.Queues;
import dev.slipway.model.Fence;
import dev.slipway.model.Placement;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A newer automatic shipment passes one whose orders nobody has taken, for all who got one are
 * away: who comes back is led to the newest, and not through what is past. The orders are taken
 * back first, each by one that leads to what is in force; should an agent have taken one unheard,
 * that mends it.
 */
final class Overtaking {

  private Overtaking() {}

  /** Lets the newest pass, where it may; whether anything moved. */
  static boolean passed(Deliberation d, Placement placement, RolloutState rollout) {
    PlacementState at = d.placement(placement);
    Optional<ShipmentState> newest = newest(d, at, rollout);
    List<MemberState> ordered =
        rollout.members().values().stream()
            .filter(member -> member.stage() == MemberStage.ORDERED)
            .toList();
    if (newest.isEmpty()
        || !isUnheard(rollout)
        || ordered.isEmpty()
        || isKept(d, at, placement)
        || ordered.stream().anyMatch(member -> rests(d, placement, member))
        || Queues.policy(d, placement) != QueuePolicy.LATEST) {
      return false;
    }
    Need.OrdersTaken need = new Need.OrdersTaken(d.organisation(), fences(d, placement, ordered));
    return switch (Told.taken(d, need)) {
      case Told.Known<Answer.Taken> known when known.answer().away() -> {
        ordered.forEach(member ->
            Advance.issue(
                d, rollout.delivery(), member.target(), WayBack.STEP, member.attempt() + 1));
        d.write(
            new ShipmentSuperseded(
                placement, rollout.delivery().shipment(), newest.orElseThrow().shipment().id()));
        yield true;
      }
      case Told.Known<Answer.Taken> known -> {
        known.answer().again().ifPresent(again -> d.wake(placement, again));
        yield false;
      }
      case Told.Open<Answer.Taken> _,
          Told.Unusable<Answer.Taken> _,
          Told.Unavailable<Answer.Taken> _ ->
          false;
    };
  }

  /** Nobody has said anything, nobody has said anything for it, and it has no effect. */
  private static boolean isUnheard(RolloutState rollout) {
    return (rollout.phase() == RolloutPhase.RUNNING || rollout.phase() == RolloutPhase.STUCK)
        && !rollout.isApproved()
        && rollout.jobs().isEmpty()
        && rollout.members().values().stream().allMatch(Overtaking::isUnheard);
  }

  private static boolean isUnheard(MemberState member) {
    boolean first = member.step() == 1 && member.attempt() == 1;
    return member.attempt() == 0 || (member.stage() == MemberStage.ORDERED && first);
  }

  /** What could not start now takes nobody's place. */
  private static boolean isKept(Deliberation d, PlacementState at, Placement placement) {
    return at.controls().pause().isPresent() || !d.locks(placement).isEmpty();
  }

  /** Of who rests nothing can be taken back, for that is an order too. */
  private static boolean rests(Deliberation d, Placement placement, MemberState member) {
    return d.environment(placement.environment())
        .flatMap(environment -> environment.rests(member.target()))
        .isPresent();
  }

  /** The newest automatic shipment that waits and may go, where the one on its way is older. */
  private static Optional<ShipmentState> newest(
      Deliberation d, PlacementState at, RolloutState rollout) {
    Optional<ShipmentState> rolling =
        d.world()
            .deliveries()
            .shipments()
            .travelling(rollout.delivery().shipment())
            .filter(ShipmentState::isAutomatic);
    if (rolling.isEmpty()) {
      return Optional.empty();
    }
    return at.queue().stream()
        .filter(queued -> queued.held().isEmpty())
        .flatMap(
            queued -> d.world().deliveries().shipments().travelling(queued.shipment()).stream())
        .filter(ShipmentState::isAutomatic)
        .filter(waiting -> waiting.isNewerThan(rolling.orElseThrow()))
        .max(ShipmentState.BY_AGE);
  }

  private static Map<Slot, Fence> fences(
      Deliberation d, Placement placement, List<MemberState> ordered) {
    Map<Slot, Fence> fences = new HashMap<>();
    for (MemberState member : ordered) {
      Slot slot =
          new Slot(new TargetId(placement.environment(), member.target()), placement.application());
      Orders.fenceOf(d.world(), slot).ifPresent(fence -> fences.put(slot, fence));
    }
    return fences;
  }
}
