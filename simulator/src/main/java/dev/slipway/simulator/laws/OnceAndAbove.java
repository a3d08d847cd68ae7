package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobName;
import dev.slipway.model.JobVersion;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.Shipment;
import dev.slipway.simulator.Machine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Law 35: a version of a job begins once in an environment unless a person says that it is to run
 * again, and no rollback makes a delivery from below one whose job cannot be taken back, but for
 * the one that was in force before where that runs with what the job leaves. It goes by what
 * deliveries say of their jobs, and by what machines really begin.
 */
final class OnceAndAbove implements Law {

  private final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
  private final Map<ShipmentId, Integer> rollbacks = new HashMap<>();
  private final Map<Placement, Integer> floors = new HashMap<>();
  private final Map<Placement, List<Integer>> inForce = new HashMap<>();
  private final Map<Position, Key> orders = new HashMap<>();
  private final Set<Key> ordered = new HashSet<>();
  private final Set<Key> begun = new HashSet<>();

  /** What is to happen once. */
  private record Key(Placement placement, JobName job, JobVersion version) {}

  @Override
  public String name() {
    return "law-35";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    return switch (recorded.entry()) {
      case ShipmentMade e when e.shipment().madeBy() instanceof Shipment.MadeBy.Rollback back -> {
        rollbacks.put(e.shipment().id(), back.to());
        yield List.of();
      }
      case DeliveryMade e -> made(e.delivery());
      case OrderIssued e -> e.job().map(job -> issued(recorded, e, job)).orElseGet(List::of);
      case OutcomeDecided e when e.verdict() == Command.Settle.Verdict.RERUN -> {
        e.job().flatMap(job -> key(e.delivery(), job)).ifPresent(this::again);
        yield List.of();
      }
      case RolloutSettled e -> {
        inForce
            .computeIfAbsent(e.delivery().placement(), _ -> new ArrayList<>())
            .add(e.delivery().number());
        yield List.of();
      }
      case JobEnded e when e.succeeded() && isForGood(e) -> {
        int floor = floor(e);
        floors.merge(e.delivery().placement(), floor, Math::max);
        yield e.lowest() < floor
            ? List.of("%s is said to let come back what is below #%d".formatted(e, floor))
            : List.of();
      }
      case Entry _ -> List.of();
    };
  }

  @Override
  public List<String> after(World world, Machine.Done done) {
    return switch (done) {
      case Machine.Done.Began began ->
          Optional.ofNullable(orders.get(began.effect().fence().position())).stream()
              .filter(key -> !begun.add(key))
              .map(key -> key + " began twice, with " + began.effect())
              .toList();
      case Machine.Done.Ended _, Machine.Done.Kept _ -> List.of();
    };
  }

  private List<String> made(Delivery delivery) {
    deliveries.put(delivery.id(), delivery);
    int floor = floors.getOrDefault(delivery.id().placement(), 0);
    int to = rollbacks.getOrDefault(delivery.shipment(), floor);
    return to < floor
        ? List.of("%s goes back to #%d, below #%d".formatted(delivery.id(), to, floor))
        : List.of();
  }

  private List<String> issued(Recorded recorded, OrderIssued order, JobName job) {
    Optional<Key> key = key(order.delivery(), job);
    key.ifPresent(known -> orders.put(recorded.position(), known));
    return key.stream()
        .filter(known -> !ordered.add(known))
        .map(known -> known + " is ordered twice")
        .toList();
  }

  private void again(Key key) {
    ordered.remove(key);
    begun.remove(key);
  }

  private Optional<Key> key(DeliveryId id, JobName name) {
    return job(id, name).map(job -> new Key(id.placement(), name, job.version()));
  }

  private boolean isForGood(JobEnded ended) {
    return job(ended.delivery(), ended.job()).filter(DesiredJob::irreversible).isPresent();
  }

  /** The earliest delivery that may come back after it. */
  private int floor(JobEnded ended) {
    int own = ended.delivery().number();
    return job(ended.delivery(), ended.job())
        .flatMap(DesiredJob::compatible)
        .map(window ->
            switch (window) {
              case PREVIOUS -> before(ended.delivery().placement(), own);
            })
        .orElse(own);
  }

  private int before(Placement placement, int number) {
    return inForce.getOrDefault(placement, List.of()).stream()
        .filter(earlier -> earlier < number)
        .reduce((_, last) -> last)
        .orElse(number);
  }

  private Optional<DesiredJob> job(DeliveryId id, JobName name) {
    return Optional.ofNullable(deliveries.get(id)).stream()
        .flatMap(delivery -> delivery.state().jobs().stream())
        .flatMap(List::stream)
        .filter(job -> job.name().equals(name))
        .findFirst();
  }
}
