package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.strategy.Course;
import dev.slipway.model.Placement;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.state.Delivery;
import java.util.List;
import java.util.Optional;

/**
 * A target that joins an environment gets the delivery in force, and the next one when that
 * settles; it never becomes a member of a rollout that has started. So does one that was excluded,
 * or too long away to be waited for. It gets the whole state at once: its agent brings up one
 * service after the other.
 */
final class Joiners {

  private Joiners() {}

  static void order(Deliberation d, Placement placement) {
    PlacementState at = d.placement(placement);
    Optional<Delivery> held = at.inForce().map(PlacementState.InForce::delivery);
    if (held.isEmpty()) {
      return;
    }
    Delivery delivery = held.orElseThrow();
    List<TargetName> targets =
        d.environment(placement.environment()).map(EnvironmentState::members).orElseGet(List::of);
    targets.stream()
        .filter(target -> at.active().filter(r -> isMember(r, target)).isEmpty())
        .filter(target -> isBehind(d, slot(placement, target), delivery))
        .forEach(target -> Advance.issue(d, delivery, target, whole(delivery), 1));
  }

  private static int whole(Delivery delivery) {
    return Course.of(delivery, Optional.empty(), false).size();
  }

  private static boolean isMember(RolloutState rollout, TargetName target) {
    return rollout.members().containsKey(target);
  }

  private static boolean isBehind(Deliberation d, Slot slot, Delivery delivery) {
    return d.world()
        .deliveries()
        .slot(slot)
        .ordered()
        .filter(order -> order.delivery().id().number() >= delivery.id().number())
        .filter(order -> !order.isWayBack() || order.leadsTo(delivery.id()))
        .isEmpty();
  }

  private static Slot slot(Placement placement, TargetName target) {
    return new Slot(new TargetId(placement.environment(), target), placement.application());
  }
}
