package dev.slipway.engine;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobName;
import dev.slipway.model.JobVersion;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredJob;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads law 35 off a ledger, without the fold. */
final class OnceAndAbove {

  private final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
  private final Map<ShipmentId, Integer> rollbacks = new HashMap<>();
  private final Map<Placement, Integer> floors = new HashMap<>();
  private final Set<Key> ran = new HashSet<>();
  private final List<String> violations = new ArrayList<>();
  private int jobs;

  private record Key(Placement placement, JobName job, JobVersion version) {}

  List<String> violationsIn(List<Recorded> ledger) {
    ledger.forEach(recorded -> read(recorded.entry()));
    return List.copyOf(violations);
  }

  int jobs() {
    return jobs;
  }

  private void read(Entry entry) {
    switch (entry) {
      case ShipmentMade e -> {
        if (e.shipment().madeBy() instanceof Shipment.MadeBy.Rollback rollback) {
          rollbacks.put(e.shipment().id(), rollback.to());
        }
      }
      case DeliveryMade e -> {
        deliveries.put(e.delivery().id(), e.delivery());
        int floor = floors.getOrDefault(e.delivery().id().placement(), 0);
        if (rollbacks.getOrDefault(e.delivery().shipment(), floor) < floor) {
          violations.add(e.delivery().id() + " is below the floor " + floor);
        }
      }
      case OrderIssued e ->
          e.job()
              .ifPresent(job -> {
                jobs++;
                if (!ran.add(key(e.delivery(), job))) {
                  violations.add("%s of %s runs again".formatted(job, e.delivery()));
                }
              });
      case OutcomeDecided e when e.verdict() == Command.Settle.Verdict.RERUN ->
          e.job().ifPresent(job -> ran.remove(key(e.delivery(), job)));
      case JobEnded e when e.succeeded() && e.irreversible() ->
          floors.merge(e.delivery().placement(), e.delivery().number(), Math::max);
      case Entry _ -> {}
    }
  }

  private Key key(DeliveryId id, JobName job) {
    JobVersion version =
        Optional.ofNullable(deliveries.get(id)).orElseThrow().state().jobs().orElseThrow().stream()
            .filter(one -> one.name().equals(job))
            .map(DesiredJob::version)
            .findFirst()
            .orElseThrow();
    return new Key(id.placement(), job, version);
  }
}
