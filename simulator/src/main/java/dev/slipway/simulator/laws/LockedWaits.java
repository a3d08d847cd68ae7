package dev.slipway.simulator.laws;

import dev.slipway.engine.authority.Locked;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.state.Shipment.MadeBy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Law 15: nothing starts, nor takes its next step, where somebody's lock holds deliveries, be it on
 * the group that an environment belongs to, and had it joined later; automatic rollbacks do, and
 * those that a person lets pass, unless the lock is total.
 */
final class LockedWaits implements Law {

  private final Map<LockId, Lock> locks = new HashMap<>();
  private final Map<DeliveryId, Integer> steps = new HashMap<>();
  private final Map<ShipmentId, MadeBy.Rollback> goingBack = new HashMap<>();
  private final Map<DeliveryId, MadeBy.Rollback> rollbacks = new HashMap<>();

  @Override
  public String name() {
    return "law-15";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case LockSet e -> {
        locks.put(e.lock().id(), e.lock());
        yield List.of();
      }
      case LockReleased e -> {
        locks.remove(e.lock());
        yield List.of();
      }
      case ShipmentMade e -> {
        if (e.shipment().madeBy() instanceof MadeBy.Rollback back) {
          goingBack.put(e.shipment().id(), back);
        }
        yield List.of();
      }
      case DeliveryMade e -> {
        Optional.ofNullable(goingBack.get(e.delivery().shipment()))
            .ifPresent(back -> rollbacks.put(e.delivery().id(), back));
        yield List.of();
      }
      case RolloutStarted e -> {
        steps.put(e.delivery(), 1);
        yield broken(world, e.delivery(), recorded.at(), "started");
      }
      case OrderIssued e when e.step() > steps.getOrDefault(e.delivery(), e.step()) -> {
        steps.put(e.delivery(), e.step());
        yield broken(world, e.delivery(), recorded.at(), "took step " + e.step());
      }
      case Entry _ -> List.of();
    };
  }

  private List<String> broken(World world, DeliveryId delivery, Instant at, String what) {
    return locks.values().stream()
        .filter(lock -> holds(lock, Optional.ofNullable(rollbacks.get(delivery))))
        .filter(lock -> !lock.isOverAt(at))
        .filter(lock -> Locked.keeps(world.declared(), lock.scope(), delivery.placement()))
        .map(lock -> "%s %s under %s".formatted(delivery, what, lock.id()))
        .toList();
  }

  private static boolean holds(Lock lock, Optional<MadeBy.Rollback> back) {
    boolean passes =
        back.filter(rollback -> rollback.automatic() || isPermitted(lock, rollback)).isPresent();
    return passes ? lock.strength().holdsRollbacks() : lock.strength().holdsDeliveries();
  }

  private static boolean isPermitted(Lock lock, MadeBy.Rollback rollback) {
    return rollback.permit().filter(permit -> permit.locks().contains(lock.id())).isPresent();
  }
}
