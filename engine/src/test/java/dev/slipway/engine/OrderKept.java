package dev.slipway.engine;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.HoldFixed;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentMoved;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.state.Shipment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a ledger without the fold: whether starts came in the order of arrival and of people's
 * word, and whether what was taken out ever started. What was made before a failure may wait for
 * something to replace it.
 */
final class OrderKept {

  private final Map<Placement, List<ShipmentId>> queues = new HashMap<>();
  private final Map<Placement, Set<ShipmentId>> held = new HashMap<>();
  private final Map<ShipmentId, Shipment> shipments = new HashMap<>();
  private final Map<Placement, Position> failures = new HashMap<>();
  private final Map<ShipmentId, Position> made = new HashMap<>();
  private final Set<ShipmentId> removed = new HashSet<>();
  private final List<String> violations = new ArrayList<>();
  private int moves;

  List<String> violationsIn(List<Recorded> ledger) {
    ledger.forEach(this::read);
    return List.copyOf(violations);
  }

  /** How often somebody changed the order, so that a test can ask for some. */
  int moves() {
    return moves;
  }

  int removals() {
    return removed.size();
  }

  private void read(Recorded recorded) {
    switch (recorded.entry()) {
      case ShipmentMade e -> {
        shipments.put(e.shipment().id(), e.shipment());
        made.put(e.shipment().id(), recorded.position());
      }
      case RolloutFailed e -> failures.put(e.delivery().placement(), recorded.position());
      case ShipmentQueued e -> {
        if (removed.contains(e.shipment())) {
          violations.add(e.shipment() + " was taken out, and is queued again");
        }
        List<ShipmentId> queue = queue(e.placement());
        queue.add(isRollback(e.shipment()) ? 0 : queue.size(), e.shipment());
      }
      case ShipmentMoved e -> {
        moves++;
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
    queue.stream()
        .takeWhile(other -> !other.equals(id))
        .filter(other -> !held(placement).contains(other) && isDue(other, at))
        .filter(other -> !isBehindFailure(placement, other))
        .forEach(
            other -> violations.add("%s: %s starts before %s".formatted(placement, id, other)));
    queue.remove(id);
  }

  private boolean isBehindFailure(Placement placement, ShipmentId id) {
    return Optional.ofNullable(failures.get(placement))
        .filter(failed -> !Optional.ofNullable(made.get(id)).orElseThrow().isAfter(failed))
        .isPresent();
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
