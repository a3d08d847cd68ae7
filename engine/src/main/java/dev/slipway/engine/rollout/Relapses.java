package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.SlotState;
import dev.slipway.engine.fold.WayBack;
import dev.slipway.model.Placement;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.state.Delivery;
import java.util.List;
import java.util.Optional;

/**
 * A target whose order came to nothing, and for which nothing else is on its way, is led back to
 * what is in force: nobody keeps an order that failed, so what still serves would stay down when it
 * dies. Who came to the last state of a delivery that failed elsewhere holds that, for it is kept.
 *
 * <p>It looks at what is so, as {@link Joiners} does; so it also reaches who answers late, and who
 * was away when a rollout was given up. The way back is ordered once. Should it fail, its agent
 * tries it again for ever, for there is nothing else to go to.
 */
final class Relapses {

  private Relapses() {}

  static void order(Deliberation d, Placement placement) {
    PlacementState at = d.placement(placement);
    List<TargetName> targets =
        d.environment(placement.environment()).map(EnvironmentState::members).orElseGet(List::of);
    for (TargetName target : targets) {
      boolean goesOn = at.active().filter(r -> r.members().containsKey(target)).isPresent();
      Slot slot = new Slot(new TargetId(placement.environment(), target), placement.application());
      d.world()
          .deliveries()
          .slot(slot)
          .ordered()
          .filter(order -> !goesOn && isToGoBack(order, held(at)))
          .ifPresent(order ->
              Advance.issue(d, order.delivery(), target, WayBack.STEP, order.attempt() + 1));
    }
  }

  private static Optional<Delivery> held(PlacementState at) {
    return at.inForce().map(PlacementState.InForce::delivery);
  }

  private static boolean isToGoBack(SlotState.Ordered order, Optional<Delivery> held) {
    boolean there = held.filter(h -> h.id().equals(order.delivery().id())).isPresent();
    boolean lost = there ? order.cameToNothing() : !order.isThrough();
    boolean matters = WayBack.isKept(order.delivery()) || held.filter(WayBack::isKept).isPresent();
    return !order.isWayBack() && lost && matters;
  }
}
