package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Position;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.state.Shipment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Law 30: where an environment has several targets nothing new reaches all of them in one step,
 * unless it is declared so, and never more of them at once than have come through before; and those
 * that are next begin only when all who began before came through. What comes back is exempt, for
 * it was everywhere.
 */
final class WaveAfterWave implements Law {

  private final Map<EnvironmentName, Portion> declared = new HashMap<>();
  private final Set<ShipmentId> rollbacks = new HashSet<>();
  private final Set<DeliveryId> comingBack = new HashSet<>();
  private final Map<DeliveryId, Going> going = new HashMap<>();
  private final Map<Position, OrderIssued> orders = new HashMap<>();

  /** How far a rollout has gone. */
  private static final class Going {
    private final List<TargetName> members;
    private final int goal;
    private final Optional<Portion> atOnce;
    private final Set<TargetName> begun = new HashSet<>();
    private final Set<TargetName> through = new HashSet<>();
    private int wave;
    private int most;
    private Position last = Position.START;

    Going(RolloutStarted started, Optional<Portion> atOnce) {
      members = started.members();
      goal = started.bakes().orElseGet(started::steps);
      this.atOnce = atOnce;
    }
  }

  @Override
  public String name() {
    return "law-30";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    switch (recorded.entry()) {
      case EnvironmentDeclared e -> {
        declared.remove(e.definition().name());
        e.definition()
            .policy()
            .atOnce()
            .ifPresent(portion -> declared.put(e.definition().name(), portion));
      }
      case ShipmentMade e when e.shipment().madeBy() instanceof Shipment.MadeBy.Rollback ->
          rollbacks.add(e.shipment().id());
      case DeliveryMade e when rollbacks.contains(e.delivery().shipment()) ->
          comingBack.add(e.delivery().id());
      case RolloutStarted e when !comingBack.contains(e.delivery()) ->
          going.put(
              e.delivery(),
              new Going(
                  e, Optional.ofNullable(declared.get(e.delivery().placement().environment()))));
      case OrderIssued e -> {
        orders.put(recorded.position(), e);
        return ordered(e, recorded.position());
      }
      case MemberExcluded e -> leftOut(e);
      case ReportReceived e -> heard(e.report());
      case OutcomeDecided e -> through(e.delivery(), e.slot().target().target());
      case Entry _ -> {}
    }
    return List.of();
  }

  /** The others go on as if it had never begun. */
  private void leftOut(MemberExcluded entry) {
    Optional.ofNullable(going.get(entry.delivery()))
        .ifPresent(rollout -> {
          rollout.begun.remove(entry.target());
          rollout.through.remove(entry.target());
        });
  }

  private List<String> ordered(OrderIssued order, Position position) {
    TargetName target = order.slot().target().target();
    return Optional.ofNullable(going.get(order.delivery()))
        .filter(_ -> order.step() == 1 && order.job().isEmpty())
        .filter(rollout -> rollout.members.contains(target) && rollout.begun.add(target))
        .map(rollout -> begun(rollout, order, position))
        .orElseGet(List::of);
  }

  /** Those who are ordered in one go are one wave. */
  private static List<String> begun(Going rollout, OrderIssued order, Position position) {
    boolean together = rollout.last.next().equals(position);
    rollout.last = position;
    if (!together) {
      rollout.wave = 0;
      rollout.most =
          rollout
              .atOnce
              .map(portion -> portion.of(rollout.members.size()))
              .orElseGet(() -> Math.max(1, rollout.through.size()));
    }
    rollout.wave++;
    boolean open = rollout.begun.size() - rollout.wave > rollout.through.size();
    if (open) {
      return List.of("%s began before those before it came through".formatted(order));
    }
    return rollout.wave > rollout.most
        ? List.of("%s is number %d at once".formatted(order, rollout.wave))
        : List.of();
  }

  private void heard(Report report) {
    OrderIssued order = orders.get(report.fence().position());
    if (order != null
        && order.slot().equals(report.slot())
        && order.job().isEmpty()
        && report instanceof Report.Ended ended
        && ended.outcome() instanceof Outcome.Converged
        && isThere(order)) {
      through(order.delivery(), order.slot().target().target());
    }
  }

  private boolean isThere(OrderIssued order) {
    return Optional.ofNullable(going.get(order.delivery()))
        .filter(rollout -> order.step() >= rollout.goal)
        .isPresent();
  }

  private void through(DeliveryId delivery, TargetName target) {
    Optional.ofNullable(going.get(delivery))
        .filter(rollout -> rollout.begun.contains(target))
        .ifPresent(rollout -> rollout.through.add(target));
  }
}
