package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.HoldFixed;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentMoved;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Law 26: starts happen in the order of the queue, as people gave it, but for what a hold keeps,
 * what waits for its time, or what a train keeps behind a failure; what was taken out never starts,
 * nor does what waits behind a failure.
 */
final class QueueInOrder implements Law {

  /** A start is written a moment after it was decided; whose time came in between was not due. */
  private static final Duration DECIDED = Duration.ofSeconds(3);

  private final Map<Placement, List<ShipmentId>> queues = new HashMap<>();
  private final Map<Placement, Set<ShipmentId>> held = new HashMap<>();
  private final Map<ShipmentId, Shipment> shipments = new HashMap<>();
  private final Set<ShipmentId> removed = new HashSet<>();
  private final Trains trains = new Trains();
  private List<String> violations = new ArrayList<>();

  @Override
  public String name() {
    return "law-26";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    violations = new ArrayList<>();
    trains.read(recorded);
    read(recorded);
    return List.copyOf(violations);
  }

  private void read(Recorded recorded) {
    switch (recorded.entry()) {
      case ShipmentMade e -> shipments.put(e.shipment().id(), e.shipment());
      case ShipmentQueued e -> {
        if (removed.contains(e.shipment())) {
          violations.add(e.shipment() + " was taken out, and is queued again");
        }
        List<ShipmentId> queue = queue(e.placement());
        queue.add(isRollback(e.shipment()) ? 0 : queue.size(), e.shipment());
      }
      case ShipmentMoved e -> {
        List<ShipmentId> queue = queue(e.placement());
        queue.remove(e.shipment());
        queue.add(e.before().map(queue::indexOf).orElseGet(queue::size), e.shipment());
      }
      case ShipmentHeld e -> held(e.placement()).add(e.shipment());
      case InputsHeld e -> held(e.placement()).clear();
      case HoldFixed e -> held(e.placement()).clear();
      case HoldLifted e -> held(e.placement()).clear();
      case ShipmentJoined e -> queue(e.placement()).remove(e.shipment());
      case ShipmentSuperseded e -> queue(e.placement()).remove(e.shipment());
      case ShipmentStopped e -> {
        ApplicationName application = shipment(e.shipment()).application();
        queue(new Placement(application, e.at())).remove(e.shipment());
        if (e.because().code().equals("removed")) {
          removed.add(e.shipment());
        }
      }
      case DeliveryMade e ->
          starts(e.delivery().id().placement(), e.delivery().shipment(), recorded.at());
      case Entry _ -> {}
    }
  }

  private void starts(Placement placement, ShipmentId id, Instant at) {
    List<ShipmentId> queue = queue(placement);
    if (removed.contains(id)) {
      violations.add(id + " was taken out, and starts");
    }
    if (!isDue(id, at)) {
      violations.add(id + " starts before its time");
    }
    trains
        .failureBefore(placement, id)
        .ifPresent(failed -> violations.add("%s starts behind %s".formatted(id, failed)));
    queue.stream()
        .takeWhile(other -> !other.equals(id))
        .filter(other -> !held(placement).contains(other) && isDue(other, at.minus(DECIDED)))
        .filter(other -> trains.failureBefore(placement, other).isEmpty())
        .forEach(
            other -> violations.add("%s: %s starts before %s".formatted(placement, id, other)));
    queue.remove(id);
  }

  private boolean isDue(ShipmentId id, Instant at) {
    return shipment(id).notBefore().filter(at::isBefore).isEmpty();
  }

  private boolean isRollback(ShipmentId id) {
    return shipment(id).madeBy() instanceof Shipment.MadeBy.Rollback;
  }

  private Shipment shipment(ShipmentId id) {
    return Optional.ofNullable(shipments.get(id)).orElseThrow();
  }

  private List<ShipmentId> queue(Placement placement) {
    return queues.computeIfAbsent(placement, _ -> new ArrayList<>());
  }

  private Set<ShipmentId> held(Placement placement) {
    return held.computeIfAbsent(placement, _ -> new HashSet<>());
  }
}
