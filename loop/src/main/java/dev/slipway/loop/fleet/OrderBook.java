package dev.slipway.loop.fleet;

import dev.slipway.engine.fold.World;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.loop.door.Agents.Enrolled;
import dev.slipway.loop.keeper.Worlds;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.order.Order;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The order in force of every slot, signed when it is first asked for. An order leaves only when
 * its {@code OrderIssued} entry is durable, and its body is what the fold says; one that is signed
 * while its entry is being written waits here. All methods are called in the loop's turn.
 */
public final class OrderBook {

  private final Worlds worlds;
  private final Function<Order, Bytes> sign;
  private final Map<Organisation, Map<TargetId, Map<ApplicationName, Line>>> lines =
      new HashMap<>();

  public OrderBook(Worlds worlds, Function<Order, Bytes> sign) {
    this.worlds = worlds;
    this.sign = sign;
  }

  /** A slot's order with its envelope. */
  private record Line(Order order, Bytes envelope) {}

  /** Takes what was just written and folded, and says which targets have a new order. */
  public Set<TargetId> took(List<Recorded> entries) {
    return entries.stream()
        .filter(entry -> entry.entry() instanceof OrderIssued)
        .map(entry -> ((OrderIssued) entry.entry()).slot().target())
        .collect(Collectors.toSet());
  }

  /** Which targets will have a new order, once this was written. */
  static Set<TargetId> ordered(List<Draft> drafts) {
    return drafts.stream()
        .filter(draft -> draft.entry() instanceof OrderIssued)
        .map(draft -> ((OrderIssued) draft.entry()).slot().target())
        .collect(Collectors.toSet());
  }

  List<Bytes> newerThan(Enrolled agent, Map<ApplicationName, Fence> holding) {
    return newerThan(worlds.world(agent.organisation()), agent, holding);
  }

  /**
   * As above, of a world that is perhaps not so yet: who asks must not let any of it out before.
   */
  List<Bytes> newerThan(World world, Enrolled agent, Map<ApplicationName, Fence> holding) {
    Map<ApplicationName, Line> signed =
        lines
            .computeIfAbsent(agent.organisation(), o -> new HashMap<>())
            .computeIfAbsent(agent.target(), t -> new TreeMap<>());
    return Orders.slotsOf(world, agent.target()).stream()
        .filter(slot -> isNews(world, slot, holding))
        .flatMap(slot -> Orders.of(world, slot).stream())
        .map(order -> envelope(order, signed))
        .toList();
  }

  /** What is held already is not put together anew. */
  private static boolean isNews(World world, Slot slot, Map<ApplicationName, Fence> holding) {
    Optional<Fence> held = Optional.ofNullable(holding.get(slot.application()));
    return Orders.fenceOf(world, slot)
        .filter(fence -> held.stream().allMatch(known -> fence.compareTo(known) > 0))
        .isPresent();
  }

  private Bytes envelope(Order order, Map<ApplicationName, Line> signed) {
    Line line = signed.get(order.body().slot().application());
    if (line == null || !line.order().equals(order)) {
      line = new Line(order, sign.apply(order));
      signed.put(order.body().slot().application(), line);
    }
    return line.envelope();
  }
}
