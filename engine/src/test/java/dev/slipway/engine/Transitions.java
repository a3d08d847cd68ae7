package dev.slipway.engine;

import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.ShipmentStage;
import dev.slipway.engine.fold.StateMachine;
import dev.slipway.engine.fold.StateMachine.Row;
import dev.slipway.engine.fold.WayBack;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.DeliveryRejected;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.LimitPassed;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutCancelling;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentMoved;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.entry.StepContinued;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a ledger by the tables of the state machines alone, without the fold: what they do not list
 * is a violation, what happened is remembered, so that a test can ask for what never did.
 */
final class Transitions {

  private final Map<ShipmentAt, ShipmentStage> shipments = new HashMap<>();
  private final Map<DeliveryId, RolloutPhase> rollouts = new HashMap<>();
  private final Map<Placement, DeliveryId> present = new HashMap<>();
  private final Map<DeliveryId, ShipmentId> carried = new HashMap<>();
  private final Map<ShipmentId, ApplicationName> applications = new HashMap<>();
  private final Map<MemberAt, MemberStage> members = new HashMap<>();
  private final Map<MemberAt, Integer> steps = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private final Set<Row<?, ?>> seen;

  private record ShipmentAt(Placement placement, ShipmentId shipment) {}

  private record MemberAt(DeliveryId delivery, Slot slot) {
    boolean isOf(DeliveryId other, TargetName target) {
      return delivery.equals(other) && slot.target().target().equals(target);
    }
  }

  Transitions(Set<Row<?, ?>> seen) {
    this.seen = seen;
  }

  static Set<Row<?, ?>> listed() {
    Set<Row<?, ?>> rows = new HashSet<>(ShipmentStage.TABLE.rows());
    rows.addAll(RolloutPhase.TABLE.rows());
    return rows;
  }

  List<String> violationsIn(List<Recorded> ledger) {
    ledger.forEach(recorded -> read(recorded.entry()));
    return List.copyOf(violations);
  }

  private void read(Entry entry) {
    switch (entry) {
      case ShipmentMade e -> applications.put(e.shipment().id(), e.shipment().application());
      case ShipmentQueued e -> shipment(e.placement(), e.shipment(), e);
      case ShipmentJoined e -> shipment(e.placement(), e.shipment(), e);
      case ShipmentMoved e -> shipment(e.placement(), e.shipment(), e);
      case ShipmentHeld e -> shipment(e.placement(), e.shipment(), e);
      case ShipmentSuperseded e -> left(e.placement(), e.shipment(), e);
      case ShipmentStopped e ->
          left(new Placement(in(applications, e.shipment()), e.at()), e.shipment(), e);
      case DeliveryMade e -> {
        DeliveryId id = e.delivery().id();
        carried.put(id, e.delivery().shipment());
        present.put(id.placement(), id);
        rollouts.put(id, RolloutPhase.WAITING);
        shipment(id.placement(), e.delivery().shipment(), e);
      }
      case RolloutStarted e -> both(e.delivery(), e);
      case RolloutSettled e -> both(e.delivery(), e);
      case RolloutFailed e -> both(e.delivery(), e);
      case RolloutCancelling e -> {
        rollout(e.delivery(), e);
        members.keySet().removeIf(member -> member.delivery().equals(e.delivery()));
      }
      case RolloutCancelled e -> both(e.delivery(), e);
      case StepContinued e -> rollout(e.delivery(), e);
      case MemberExcluded e -> {
        rollout(e.delivery(), e);
        members.keySet().removeIf(at -> at.isOf(e.delivery(), e.target()));
      }
      case RolloutStuck e -> rollout(e.delivery(), e);
      case RolloutWaiting e -> rollout(e.delivery(), e);
      case GuardrailJudged e -> rollout(e.delivery(), e);
      case GuardrailBypassed e -> rollout(e.delivery(), e);
      case LimitPassed e -> rollout(e.delivery(), e);
      case ApprovalGiven e -> rollout(e.delivery(), e);
      case DeliveryRejected e -> rollout(e.delivery(), e);
      case JobEnded e -> {
        if (!RolloutPhase.TABLE.isTerminal(in(rollouts, e.delivery()))) {
          rollout(e.delivery(), e);
        }
      }
      case OrderIssued e when e.job().isPresent() -> {
        rollout(e.delivery(), e);
        // Who runs a job may be ordered the step anew once the job has ended.
        members.put(new MemberAt(e.delivery(), e.slot()), MemberStage.UNORDERED);
      }
      case OrderIssued e -> {
        if (!RolloutPhase.TABLE.isTerminal(in(rollouts, e.delivery()))) {
          boolean takenBack =
              e.step() == WayBack.STEP && in(rollouts, e.delivery()) != RolloutPhase.CANCELLING;
          rollout(e.delivery(), e);
          // An order that nobody has taken is taken back, and its rollout ends with that.
          if (!takenBack) {
            goOn(new MemberAt(e.delivery(), e.slot()), e.step());
            member(e.delivery(), e.slot(), MemberStage.News.ORDER_ISSUED);
          }
        }
      }
      case OutcomeDecided e -> {
        // A decision lets the member out of ordered or unknown; which of the two is for the fold.
        if (e.verdict() == Command.Settle.Verdict.RERUN && e.job().isEmpty()) {
          members.put(new MemberAt(e.delivery(), e.slot()), MemberStage.UNORDERED);
        }
      }
      case Entry _ -> {}
    }
  }

  private void left(Placement placement, ShipmentId id, Entry entry) {
    shipment(placement, id, entry);
    Optional.ofNullable(present.get(placement))
        .filter(delivery -> in(carried, delivery).equals(id))
        .filter(delivery ->
            entry instanceof ShipmentSuperseded
                ? !RolloutPhase.TABLE.isTerminal(in(rollouts, delivery))
                : in(rollouts, delivery) == RolloutPhase.WAITING)
        .ifPresent(delivery -> rollout(delivery, entry));
  }

  private void both(DeliveryId id, Entry entry) {
    rollout(id, entry);
    shipment(id.placement(), in(carried, id), entry);
  }

  private void shipment(Placement placement, ShipmentId id, Entry entry) {
    ShipmentAt key = new ShipmentAt(placement, id);
    ShipmentStage from = shipments.getOrDefault(key, ShipmentStage.ELSEWHERE);
    shipments.put(key, next(ShipmentStage.TABLE, from, entry.getClass(), key));
  }

  private void rollout(DeliveryId id, Entry entry) {
    rollouts.put(id, next(RolloutPhase.TABLE, in(rollouts, id), entry.getClass(), id));
  }

  /** Whoever gets a further step has converged to the one before; how, is for the fold. */
  private void goOn(MemberAt member, int step) {
    if (step > steps.getOrDefault(member, step)) {
      members.put(member, MemberStage.CONVERGED);
    }
    steps.put(member, step);
  }

  private void member(DeliveryId id, Slot slot, MemberStage.News news) {
    MemberAt key = new MemberAt(id, slot);
    MemberStage from = members.getOrDefault(key, MemberStage.UNORDERED);
    members.put(key, next(MemberStage.TABLE, from, news, key));
  }

  private static <K, V> V in(Map<K, V> known, K key) {
    return Optional.ofNullable(known.get(key)).orElseThrow();
  }

  private <S, N> S next(StateMachine<S, N> table, S from, N on, Object whose) {
    Optional<S> to = table.next(from, on);
    if (to.isEmpty()) {
      violations.add("%s: %s on %s".formatted(whose, from, on));
      return from;
    }
    seen.add(new Row<>(from, on, to.orElseThrow()));
    return to.orElseThrow();
  }
}
