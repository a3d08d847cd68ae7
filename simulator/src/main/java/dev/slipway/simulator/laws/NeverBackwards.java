package dev.slipway.simulator.laws;

import dev.slipway.codec.Identities;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.model.Position;
import dev.slipway.model.Slot;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredState;
import dev.slipway.simulator.Machine;
import dev.slipway.simulator.Running;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Law 8: what a machine is made to run was ordered for it, and it never goes back to an older order
 * than it has carried out.
 */
final class NeverBackwards implements Law {

  private record Ordered(Position position, SortedSet<Running> processes) {}

  private final Map<Slot, List<Ordered>> orders = new HashMap<>();
  private final Map<Slot, Position> reached = new HashMap<>();

  @Override
  public String name() {
    return "law-08";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    if (recorded.entry() instanceof OrderIssued issued) {
      Orders.bodyOf(world, issued.slot())
          .map(NeverBackwards::kept)
          .ifPresent(processes ->
              orders
                  .computeIfAbsent(issued.slot(), any -> new ArrayList<>())
                  .add(new Ordered(recorded.position(), processes)));
    }
    return List.of();
  }

  @Override
  public List<String> after(World world, Machine.Done done) {
    return switch (done) {
      case Machine.Done.Began _, Machine.Done.Ended _ -> List.of();
      case Machine.Done.Kept kept -> kept(kept.slot(), kept.processes().keySet());
    };
  }

  /** Of several orders for the same it is the earliest that is not behind what was reached. */
  private List<String> kept(Slot slot, Set<Running> processes) {
    List<Position> orderedThese =
        orders.getOrDefault(slot, List.of()).stream()
            .filter(ordered -> ordered.processes().equals(processes))
            .map(Ordered::position)
            .toList();
    if (orderedThese.isEmpty()) {
      return List.of(slot + " runs what nobody ordered: " + processes);
    }
    Position before = reached.getOrDefault(slot, Position.START);
    Optional<Position> order =
        orderedThese.stream().filter(position -> !before.isAfter(position)).findFirst();
    reached.put(slot, order.orElseGet(orderedThese::getLast));
    return order.isPresent()
        ? List.of()
        : List.of(
            "%s went back from order %s to %s".formatted(slot, before, orderedThese.getLast()));
  }

  /** The processes that an order wants. */
  static SortedSet<Running> kept(OrderBody body) {
    return switch (body.wanted()) {
      case OrderBody.Wanted.Gone _ -> new TreeSet<>();
      case OrderBody.Wanted.Present present -> kept(present.state());
      case OrderBody.Wanted.Effect effect -> kept(effect.state());
    };
  }

  private static SortedSet<Running> kept(DesiredState state) {
    return state.services().stream()
        .flatMap(service -> service.releases().stream())
        .filter(desired -> desired.replicas() > 0)
        .map(DesiredRelease::release)
        .filter(release -> release.workload() instanceof Workload.Run)
        .map(release -> new Running(release.service(), Identities.release(release)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
