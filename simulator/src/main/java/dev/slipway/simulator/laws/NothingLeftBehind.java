package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.SlotState;
import dev.slipway.engine.fold.WayBack;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.model.Slot;
import dev.slipway.simulator.Machine;
import dev.slipway.simulator.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Law 17: once it has been calm for long, nothing is on its way, nothing waits, where a delivery is
 * in force its targets run it, and where one failed they run what they were led back to.
 */
final class NothingLeftBehind implements Law {

  @Override
  public String name() {
    return "law-17";
  }

  @Override
  public List<String> atTheEnd(Ending ending) {
    List<String> left = new ArrayList<>();
    ending
        .world()
        .deliveries()
        .placements()
        .forEach((placement, at) -> {
          at.active().ifPresent(r -> left.add(r.delivery().id() + " is on its way for ever"));
          at.queue().forEach(q -> left.add(q.shipment() + " waits for ever at " + placement));
        });
    for (Map.Entry<Slot, SlotState> slot : ending.world().deliveries().slots().entrySet()) {
      if (isKept(ending.world(), slot.getKey(), slot.getValue())) {
        runs(ending, slot.getKey()).ifPresent(left::add);
      }
      if (liesUnderWhatFailed(slot.getValue())) {
        left.add(slot.getKey() + " has an order that came to nothing, and none after it");
      }
    }
    return left;
  }

  /** Whether the last order of a slot is for the delivery in force, or leads back there. */
  private static boolean isKept(World world, Slot slot, SlotState state) {
    PlacementState at = world.deliveries().placement(slot.placement());
    return state
        .ordered()
        .filter(order ->
            order.step() == WayBack.STEP
                || at.inForce().filter(f -> f.delivery().equals(order.delivery())).isPresent())
        .isPresent();
  }

  private static boolean liesUnderWhatFailed(SlotState state) {
    return state
        .ordered()
        .filter(order -> order.step() != WayBack.STEP && order.cameToNothing())
        .filter(order -> WayBack.isKept(order.delivery()))
        .isPresent();
  }

  private static Optional<String> runs(Ending ending, Slot slot) {
    SortedSet<Running> wanted =
        Orders.bodyOf(ending.world(), slot).map(NeverBackwards::kept).orElseGet(TreeSet::new);
    Machine machine = ending.machines().get(slot.target());
    boolean same = machine != null && machine.running(slot).keySet().equals(wanted);
    return same ? Optional.empty() : Optional.of(slot + " does not run what it was ordered");
  }
}
