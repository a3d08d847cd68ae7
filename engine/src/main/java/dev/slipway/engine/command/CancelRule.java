package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.Controls;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.JobRun;
import dev.slipway.engine.fold.JobStage;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.entry.RolloutCancelling;
import dev.slipway.model.entry.ShipmentStopped;
import java.time.Duration;
import java.util.Optional;

/**
 * Someone ends what is on its way.
 *
 * <pre>
 *   waits, no order has left   → it ends at once, and the next in the queue has its turn
 *   orders have left           → its members are ordered back, and when they have answered, it ends
 *   a job of it runs, or ran and cannot be taken back
 *                              → it is not cancelled, and is told so
 *   it settled or failed first → the cancelling lost, and is told so
 * </pre>
 */
final class CancelRule {

  private CancelRule() {}

  static Optional<Settlement> delivery(Deliberation d, DeliveryId id) {
    decideTold(d, id.placement());
    PlacementState at = d.placement(id.placement());
    Optional<RolloutState> rollout = at.of(id);
    return rollout.isPresent() ? rollout(d, at, rollout.orElseThrow()) : tooLate(at, id);
  }

  static Optional<Settlement> shipment(Deliberation d, ShipmentId id) {
    d.world().deliveries().whereabouts(id).ifPresent(here -> decideTold(d, here));
    Optional<Placement> where = d.world().deliveries().whereabouts(id);
    if (where.isEmpty()) {
      return Settlements.refused(
          "not-travelling", "Shipment %s is not on its way; it ended, or never was.".formatted(id));
    }
    PlacementState at = d.placement(where.orElseThrow());
    Optional<RolloutState> rollout =
        at.active().filter(active -> active.delivery().shipment().equals(id));
    return rollout.isPresent()
        ? rollout(d, at, rollout.orElseThrow())
        : waiting(d, where.orElseThrow(), id);
  }

  /** What was told of a job before is decided first: its effect may have no way back. */
  private static void decideTold(Deliberation d, Placement placement) {
    if (!d.placement(placement).jobs().told().isEmpty()) {
      Advance.placement(d, placement);
    }
  }

  private static Optional<Settlement> rollout(
      Deliberation d, PlacementState at, RolloutState rollout) {
    DeliveryId id = rollout.delivery().id();
    if (rollout.isWaiting()) {
      return waiting(d, id.placement(), rollout.delivery().shipment());
    }
    if (rollout.phase() == RolloutPhase.CANCELLING) {
      return Settlements.nothing(
          "cancelling-already", "%s is being cancelled already.".formatted(id));
    }
    Optional<Settlement> effect = effect(at, id);
    if (effect.isPresent()) {
      return effect;
    }
    Duration patience =
        d.environment(id.placement().environment())
            .map(EnvironmentState::definition)
            .map(definition -> definition.silentAfter())
            .orElse(Duration.ZERO);
    d.write(new RolloutCancelling(id, d.actor(), d.now().plus(patience)));
    letGo(d, id.placement(), rollout.delivery().shipment());
    Advance.placement(d, id.placement());
    return Settlements.followed(
        "cancelling",
        "Cancelling %s; its targets are ordered back to %s."
            .formatted(
                id,
                at.inForce()
                    .map(held -> held.delivery().id().toString())
                    .orElse("nothing, for nothing was in force before")));
  }

  /** Someone takes it out of a queue. */
  static Optional<Settlement> removed(Deliberation d, Placement at, ShipmentId id) {
    end(d, at, id, new Reason("removed", "It was taken out of the queue before it started."));
    return Settlements.followed(
        "removed", "Shipment %s waits at %s no more, and never starts there.".formatted(id, at));
  }

  /**
   * An effect is not cut in two, and there is no way back from one that cannot be taken back,
   * unless what is in force may run with it.
   */
  private static Optional<Settlement> effect(PlacementState at, DeliveryId id) {
    Optional<JobRun> running = at.jobs().open(id).filter(run -> run.stage() == JobStage.BEGUN);
    if (running.isPresent()) {
      JobRun run = running.orElseThrow();
      return Settlements.refused(
          "job-running",
          "Job %s of %s runs at %s. It ends within its time, or a person settles it; cancel then."
              .formatted(run.key(), id, run.target()));
    }
    return at.jobs()
        .floor()
        .filter(floor -> floor.delivery().equals(id))
        .filter(
            floor -> at.inForce().filter(held -> !floor.isAbove(held.delivery().id())).isEmpty())
        .flatMap(floor -> Settlements.refused(floor.reason()));
  }

  private static void end(Deliberation d, Placement at, ShipmentId id, Reason because) {
    d.write(new ShipmentStopped(id, at.environment(), because));
    letGo(d, at, id);
    Advance.placement(d, at);
  }

  private static Optional<Settlement> waiting(Deliberation d, Placement at, ShipmentId id) {
    end(d, at, id, new Reason("cancelled", "It was cancelled before its first order."));
    return Settlements.followed(
        "cancelled", "Shipment %s ended at %s before its first order.".formatted(id, at));
  }

  /**
   * Whoever cancels what a person sent back wants what it would have kept away. An automatic
   * rollback's hold stays, for what failed has not become better.
   */
  private static void letGo(Deliberation d, Placement placement, ShipmentId cancelled) {
    boolean wanted =
        d.placement(placement).controls().holds().stream()
            .map(Controls.Held::hold)
            .anyMatch(hold -> hold.rollback().equals(cancelled) && hold.descendants());
    if (wanted) {
      d.write(new HoldLifted(placement, cancelled, d.actor()));
    }
  }

  /** What came first; the cancelling changes nothing of it. */
  private static Optional<Settlement> tooLate(PlacementState at, DeliveryId id) {
    if (at.inForce().filter(held -> held.delivery().id().equals(id)).isPresent()) {
      return Settlements.refused(
          "settled-already",
          "%s settled before it could be cancelled, and is in force.".formatted(id));
    }
    Optional<PlacementState.Failure> failure =
        at.lastFailure().filter(last -> last.delivery().id().equals(id));
    return failure.isPresent()
        ? Settlements.refused(
            "ended-already",
            "%s ended before: %s".formatted(id, failure.orElseThrow().because().sentence()))
        : Settlements.refused("not-rolling-out", "%s is not on its way.".formatted(id));
  }
}
