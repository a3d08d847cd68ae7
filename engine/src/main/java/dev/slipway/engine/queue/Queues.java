package dev.slipway.engine.queue;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Controls.Breakdown;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.state.Change;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Shipments wait in the order of arrival, until people give them another. Requested ones supersede
 * nobody and are superseded by nobody. What becomes of automatic ones is the environment's policy:
 *
 * <pre>
 *   latest   only the newest waits: it supersedes the others, also one that is at the head and
 *            has neither an order nor an approval yet
 *   every    each waits for its turn
 *   batch    each waits; those that stand side by side go together, as the newest of them
 *   train    each waits for its turn, and all behind a failure until it is replaced: {@link Train}
 * </pre>
 *
 * An automatic one that comes late, after a newer automatic one waits, is on its way or in force
 * here, is superseded by that, for nothing goes backwards by itself. What a campaign sends repeats
 * the commit that is in force, so it is superseded by whatever automatic one comes to wait with it,
 * and supersedes nothing. One that is forced takes the place of whatever waits for the same commit,
 * for what it passes over may be just what that waits for; what somebody put off to a later time
 * waits for that time, and stays.
 *
 * <pre>
 *   arrives      waits before        waits after, by latest      by every, batch
 *   auto 3       auto 2              auto 3   (2 superseded)     auto 2, auto 3
 *   auto 3       req a, auto 2       req a, auto 3 (likewise)    req a, auto 2, auto 3
 *   req b        auto 2              auto 2, req b               auto 2, req b
 *   auto 1       auto 2              auto 2   (1 superseded)     auto 2   (1 superseded)
 *   forced 2     auto 2, req a       req a, forced 2 (2 superseded by the forced)
 * </pre>
 */
public final class Queues {

  private Queues() {}

  /** Puts a shipment into the queue of a placement. */
  public static void enqueue(Deliberation d, Placement placement, ShipmentId id) {
    d.write(new ShipmentQueued(placement, id));
    d.world().deliveries().shipments().travelling(id).ifPresent(it -> replace(d, placement, it));
    Optional<ShipmentState> newest = newest(d, placement);
    Optional<ShipmentState> next = newest(waiting(d, d.placement(placement)).stream());
    for (ShipmentState waiting : passable(d, placement, id)) {
      (waiting.isRepetition() ? next : newest)
          .filter(winner -> winner.isNewerThan(waiting))
          .map(winner -> winner.shipment().id())
          .ifPresent(winner ->
              d.write(new ShipmentSuperseded(placement, waiting.shipment().id(), winner)));
    }
  }

  /** What is forced takes the place of what brings the same commit and is not. */
  private static void replace(Deliberation d, Placement placement, ShipmentState forced) {
    if (!forced.shipment().force() || !forced.isDueAt(d.now())) {
      return;
    }
    PlacementState at = d.placement(placement);
    Stream<ShipmentState> head =
        at.active().filter(RolloutState::isWaiting).flatMap(r -> shipment(d, r)).stream();
    Stream.concat(head, queued(d, at))
        .filter(other -> other.isDueAt(d.now()) && brings(other, forced.shipment().change()))
        .map(other -> other.shipment().id())
        .toList()
        .forEach(
            other -> d.write(new ShipmentSuperseded(placement, other, forced.shipment().id())));
  }

  private static boolean brings(ShipmentState other, Change change) {
    return !other.shipment().force()
        && other.shipment().set().isEmpty()
        && !other.isRollback()
        && other.shipment().change().sha().equals(change.sha());
  }

  private static Stream<ShipmentState> queued(Deliberation d, PlacementState at) {
    return at.queue().stream()
        .flatMap(q -> d.world().deliveries().shipments().travelling(q.shipment()).stream());
  }

  /** The newest automatic shipment of those that wait, roll out, or are in force. */
  private static Optional<ShipmentState> newest(Deliberation d, Placement placement) {
    PlacementState at = d.placement(placement);
    Stream<ShipmentState> rolling = at.active().flatMap(r -> shipment(d, r)).stream();
    return newest(Stream.of(waiting(d, at).stream(), rolling, brought(at)).flatMap(all -> all));
  }

  private static Optional<ShipmentState> newest(Stream<ShipmentState> all) {
    return all.filter(ShipmentState::isAutomatic)
        .filter(one -> !one.isRepetition())
        .max(ShipmentState.BY_AGE);
  }

  /** What brought the commit that is in force, whatever repeated it since. */
  private static Stream<ShipmentState> brought(PlacementState at) {
    return at.past().reversed().stream()
        .map(PlacementState.InForce::shipment)
        .filter(shipment -> shipment.filter(ShipmentState::isRepetition).isEmpty())
        .limit(1)
        .flatMap(Optional::stream);
  }

  /** The automatic shipments that a newer one may supersede, now that one has arrived. */
  private static List<ShipmentState> passable(
      Deliberation d, Placement placement, ShipmentId arrived) {
    List<ShipmentState> waiting = waiting(d, d.placement(placement));
    return switch (policy(d, placement)) {
      case LATEST -> waiting;
      case EVERY, BATCH -> waiting.stream().filter(one -> isOne(one, arrived)).toList();
      case TRAIN -> {
        Optional<Breakdown> down = Train.breakdown(d, placement);
        yield waiting.stream()
            .filter(one ->
                isOne(one, arrived) || down.filter(it -> Train.isBehind(it, one)).isPresent())
            .toList();
      }
    };
  }

  private static boolean isOne(ShipmentState shipment, ShipmentId id) {
    return shipment.shipment().id().equals(id);
  }

  /** What becomes of what waits at a placement. */
  public static QueuePolicy policy(Deliberation d, Placement placement) {
    return d.environment(placement.environment())
        .map(EnvironmentState::definition)
        .map(definition -> definition.queuePolicy())
        .orElse(QueuePolicy.LATEST);
  }

  /** The automatic shipments that wait, also one at the head that may be passed. */
  private static List<ShipmentState> waiting(Deliberation d, PlacementState at) {
    Stream<ShipmentState> head =
        at.active().filter(Queues::mayBePassed).flatMap(r -> shipment(d, r)).stream();
    return Stream.concat(head, queued(d, at)).filter(ShipmentState::isAutomatic).toList();
  }

  /** What somebody vouched for keeps its place. */
  private static boolean mayBePassed(RolloutState head) {
    return head.isWaiting() && !head.isApproved();
  }

  private static Optional<ShipmentState> shipment(Deliberation d, RolloutState rollout) {
    return d.world().deliveries().shipments().travelling(rollout.delivery().shipment());
  }
}
