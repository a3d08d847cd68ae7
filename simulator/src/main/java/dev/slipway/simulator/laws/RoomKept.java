package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.LimitPassed;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Law 32: never are more rollouts under way at once than an environment has room for, but by a word
 * that is recorded; an automatic rollback waits for none.
 */
final class RoomKept implements Law {

  private final Map<EnvironmentName, Integer> limits = new HashMap<>();
  private final Map<Placement, DeliveryId> running = new HashMap<>();
  private final Map<DeliveryId, ShipmentId> carried = new HashMap<>();
  private final Set<ShipmentId> automaticRollbacks = new HashSet<>();
  private final Set<DeliveryId> passed = new HashSet<>();
  private List<String> violations = new ArrayList<>();

  @Override
  public String name() {
    return "law-32";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    violations = new ArrayList<>();
    read(recorded.entry());
    return List.copyOf(violations);
  }

  private void read(Entry entry) {
    switch (entry) {
      case EnvironmentDeclared e -> {
        limits.remove(e.definition().name());
        e.definition().concurrency().ifPresent(limit -> limits.put(e.definition().name(), limit));
      }
      case ShipmentMade e
          when e.shipment().madeBy() instanceof Shipment.MadeBy.Rollback back && back.automatic() ->
          automaticRollbacks.add(e.shipment().id());
      case DeliveryMade e -> carried.put(e.delivery().id(), e.delivery().shipment());
      case LimitPassed e -> passed.add(e.delivery());
      case RolloutStarted e -> starts(e.delivery());
      case RolloutSettled e -> running.remove(e.delivery().placement());
      case RolloutFailed e -> running.remove(e.delivery().placement());
      case RolloutCancelled e -> running.remove(e.delivery().placement());
      case ShipmentSuperseded e ->
          Optional.ofNullable(running.get(e.placement()))
              .filter(delivery -> e.shipment().equals(carried.get(delivery)))
              .ifPresent(_ -> running.remove(e.placement()));
      case Entry _ -> {}
    }
  }

  private void starts(DeliveryId id) {
    EnvironmentName environment = id.placement().environment();
    running.put(id.placement(), id);
    long count =
        running.keySet().stream().filter(at -> at.environment().equals(environment)).count();
    boolean over = count > limits.getOrDefault(environment, Integer.MAX_VALUE);
    if (over && !passed.contains(id) && !automaticRollbacks.contains(carried.get(id))) {
      violations.add("%s is number %d in %s".formatted(id, count, environment));
    }
  }
}
