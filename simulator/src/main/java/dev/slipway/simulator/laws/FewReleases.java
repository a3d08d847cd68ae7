package dev.slipway.simulator.laws;

import dev.slipway.codec.Identities;
import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.ServiceName;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.state.Delivery;
import dev.slipway.simulator.Machine;
import dev.slipway.simulator.Running;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Law 16: at no step does a target run more releases of a service than the one that was in force
 * when its order was issued and the one that the order leads to.
 */
final class FewReleases implements Law {

  private static final int OLD_AND_NEW = 2;

  private final Map<DeliveryId, Delivery> deliveries = new HashMap<>();
  private final Map<Placement, DeliveryId> inForce = new HashMap<>();
  private final Map<Position, Ways> orders = new HashMap<>();

  /** What an order leads to, and what was in force when it was issued. */
  private record Ways(DeliveryId to, Optional<DeliveryId> from) {}

  @Override
  public String name() {
    return "law-16";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    switch (recorded.entry()) {
      case DeliveryMade e -> deliveries.put(e.delivery().id(), e.delivery());
      case RolloutSettled e -> inForce.put(e.delivery().placement(), e.delivery());
      case OrderIssued e ->
          orders.put(
              recorded.position(),
              new Ways(e.delivery(), Optional.ofNullable(inForce.get(e.delivery().placement()))));
      case Entry _ -> {}
    }
    return List.of();
  }

  @Override
  public List<String> after(World world, Machine.Done done) {
    return switch (done) {
      case Machine.Done.Began _, Machine.Done.Ended _ -> List.of();
      case Machine.Done.Kept it ->
          Optional.ofNullable(orders.get(it.fence().position())).stream()
              .flatMap(ways -> against(it, ways))
              .toList();
    };
  }

  private Stream<String> against(Machine.Done.Kept kept, Ways ways) {
    Set<Running> known = new TreeSet<>();
    Stream.concat(Stream.of(ways.to()), ways.from().stream())
        .map(deliveries::get)
        .flatMap(FewReleases::first)
        .forEach(known::add);
    Map<ServiceName, Integer> counts = new TreeMap<>();
    kept.processes().keySet().forEach(one -> counts.merge(one.service(), 1, Integer::sum));
    return Stream.concat(
        kept.processes().keySet().stream()
            .filter(one -> !known.contains(one))
            .map(one -> "%s runs %s at %s".formatted(kept.slot(), one, ways)),
        counts.entrySet().stream()
            .filter(count -> count.getValue() > OLD_AND_NEW)
            .map(count ->
                "%s runs %d releases of %s"
                    .formatted(kept.slot(), count.getValue(), count.getKey())));
  }

  /** The release of each service that a delivery is for; what stands by beside it is not. */
  private static Stream<Running> first(Delivery delivery) {
    return delivery.state().services().stream()
        .map(service ->
            new Running(
                service.name(), Identities.release(service.releases().getFirst().release())));
  }
}
