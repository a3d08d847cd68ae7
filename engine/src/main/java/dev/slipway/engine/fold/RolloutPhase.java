package dev.slipway.engine.fold;

import dev.slipway.engine.fold.StateMachine.Row;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.DeliveryRejected;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.LimitPassed;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutCancelling;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.entry.StepContinued;
import java.util.List;

/** Where a rollout stands, from the moment its delivery is made. */
public enum RolloutPhase {
  /** The delivery is made, no order has left; a newer shipment may still take its place. */
  WAITING,
  /** Members have orders, and are converging. */
  RUNNING,
  /** It cannot go on by itself; its reason names the way out. */
  STUCK,
  /** Every member converged. */
  SETTLED,
  /** A member failed. */
  FAILED,
  /** Someone ended it, and its members are on their way back to what was in force before. */
  CANCELLING,
  /** Someone ended it, and no step of it can start any more. */
  CANCELLED,
  /** A newer shipment took its place before the first order, or before anybody took one. */
  SUPERSEDED,
  /** Its shipment was stopped before the first order. */
  STOPPED;

  /** Which entry leads from which phase to which. */
  public static final StateMachine<RolloutPhase, Class<? extends Entry>> TABLE =
      new StateMachine<>(
          List.of(
              new Row<>(WAITING, GuardrailJudged.class, WAITING),
              new Row<>(RUNNING, GuardrailJudged.class, RUNNING),
              new Row<>(RUNNING, StepContinued.class, RUNNING),
              new Row<>(STUCK, StepContinued.class, RUNNING),
              new Row<>(RUNNING, MemberExcluded.class, RUNNING),
              new Row<>(STUCK, MemberExcluded.class, RUNNING),
              new Row<>(CANCELLING, MemberExcluded.class, CANCELLING),
              new Row<>(WAITING, ApprovalGiven.class, WAITING),
              new Row<>(WAITING, LimitPassed.class, WAITING),
              new Row<>(WAITING, GuardrailBypassed.class, WAITING),
              new Row<>(RUNNING, GuardrailBypassed.class, RUNNING),
              new Row<>(WAITING, DeliveryRejected.class, WAITING),
              new Row<>(WAITING, RolloutStuck.class, WAITING),
              new Row<>(WAITING, RolloutWaiting.class, WAITING),
              new Row<>(WAITING, RolloutStarted.class, RUNNING),
              new Row<>(WAITING, ShipmentSuperseded.class, SUPERSEDED),
              new Row<>(WAITING, ShipmentStopped.class, STOPPED),
              new Row<>(RUNNING, ShipmentSuperseded.class, SUPERSEDED),
              new Row<>(RUNNING, OrderIssued.class, RUNNING),
              new Row<>(RUNNING, JobEnded.class, RUNNING),
              new Row<>(RUNNING, RolloutWaiting.class, RUNNING),
              new Row<>(RUNNING, RolloutStuck.class, STUCK),
              new Row<>(RUNNING, RolloutSettled.class, SETTLED),
              new Row<>(RUNNING, RolloutFailed.class, FAILED),
              new Row<>(STUCK, RolloutStuck.class, STUCK),
              new Row<>(STUCK, RolloutWaiting.class, RUNNING),
              new Row<>(STUCK, OrderIssued.class, RUNNING),
              new Row<>(STUCK, GuardrailJudged.class, RUNNING),
              new Row<>(STUCK, JobEnded.class, RUNNING),
              new Row<>(STUCK, RolloutSettled.class, SETTLED),
              new Row<>(STUCK, RolloutFailed.class, FAILED),
              new Row<>(RUNNING, RolloutCancelling.class, CANCELLING),
              new Row<>(STUCK, RolloutCancelling.class, CANCELLING),
              new Row<>(CANCELLING, OrderIssued.class, CANCELLING),
              new Row<>(CANCELLING, JobEnded.class, CANCELLING),
              new Row<>(CANCELLING, RolloutWaiting.class, CANCELLING),
              new Row<>(CANCELLING, RolloutStuck.class, CANCELLING),
              new Row<>(CANCELLING, RolloutCancelled.class, CANCELLED)));
}
