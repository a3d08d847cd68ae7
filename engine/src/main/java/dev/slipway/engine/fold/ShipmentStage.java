package dev.slipway.engine.fold;

import dev.slipway.engine.fold.StateMachine.Row;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMoved;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import java.util.List;

/** Where one shipment stands at one placement. */
public enum ShipmentStage {
  /** It has not come here. */
  ELSEWHERE,
  QUEUED,
  /** It is at the head of the queue and has its delivery, but no order has left. */
  HEAD,
  ROLLING,
  SETTLED,
  FAILED,
  CANCELLED,
  STOPPED,
  SUPERSEDED,
  /** It went together with a newer one. */
  JOINED;

  /** Which entry leads from which stage to which. */
  public static final StateMachine<ShipmentStage, Class<? extends Entry>> TABLE =
      new StateMachine<>(
          List.of(
              new Row<>(ELSEWHERE, ShipmentQueued.class, QUEUED),
              new Row<>(ELSEWHERE, ShipmentStopped.class, STOPPED),
              new Row<>(QUEUED, ShipmentHeld.class, QUEUED),
              new Row<>(QUEUED, ShipmentMoved.class, QUEUED),
              new Row<>(QUEUED, ShipmentJoined.class, JOINED),
              new Row<>(QUEUED, DeliveryMade.class, HEAD),
              new Row<>(QUEUED, ShipmentSuperseded.class, SUPERSEDED),
              new Row<>(QUEUED, ShipmentStopped.class, STOPPED),
              new Row<>(HEAD, RolloutStarted.class, ROLLING),
              new Row<>(HEAD, ShipmentSuperseded.class, SUPERSEDED),
              new Row<>(HEAD, ShipmentStopped.class, STOPPED),
              new Row<>(ROLLING, ShipmentSuperseded.class, SUPERSEDED),
              new Row<>(ROLLING, RolloutSettled.class, SETTLED),
              new Row<>(ROLLING, RolloutFailed.class, FAILED),
              new Row<>(ROLLING, RolloutCancelled.class, CANCELLED),
              new Row<>(FAILED, ShipmentStopped.class, STOPPED),
              new Row<>(CANCELLED, ShipmentStopped.class, STOPPED)));
}
