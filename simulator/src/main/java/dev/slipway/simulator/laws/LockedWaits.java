package dev.slipway.simulator.laws;

import dev.slipway.engine.authority.Scopes;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Scope;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Law 15: nothing starts, nor takes its next step, where somebody's lock holds deliveries. */
final class LockedWaits implements Law {

  private final Map<LockId, Lock> locks = new HashMap<>();
  private final Map<DeliveryId, Integer> steps = new HashMap<>();

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
      case RolloutStarted e -> {
        steps.put(e.delivery(), 1);
        yield broken(e.delivery(), recorded.at(), "started");
      }
      case OrderIssued e when e.step() > steps.getOrDefault(e.delivery(), e.step()) -> {
        steps.put(e.delivery(), e.step());
        yield broken(e.delivery(), recorded.at(), "took step " + e.step());
      }
      case Entry _ -> List.of();
    };
  }

  private List<String> broken(DeliveryId delivery, Instant at, String what) {
    Scope place = new Scope.OfPlacement(delivery.placement());
    return locks.values().stream()
        .filter(lock -> lock.strength().holdsDeliveries())
        .filter(lock -> !lock.isOverAt(at))
        .filter(lock -> Scopes.covers(lock.scope(), place))
        .map(lock -> "%s %s under %s".formatted(delivery, what, lock.id()))
        .toList();
  }
}
