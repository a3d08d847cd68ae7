package dev.slipway.views.projection;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.state.Shipment;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ShipmentRow;
import dev.slipway.views.row.StopRow;
import dev.slipway.views.row.StopRow.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Shipments along their routes. */
public final class Shipments implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    Instant at = recorded.at();
    switch (recorded.entry()) {
      case ShipmentMade made -> rows.put(Tables.SHIPMENTS, row(made.shipment(), recorded, rows));
      case ShipmentQueued queued ->
          change(
              queued.shipment(),
              queued.placement().environment(),
              stop -> stop.now(State.QUEUED, Optional.empty(), at),
              rows);
      case ShipmentSuperseded superseded ->
          change(
              superseded.shipment(),
              superseded.placement().environment(),
              stop -> stop.superseded(superseded.by(), at),
              rows);
      case ShipmentJoined joined -> {
        change(
            joined.shipment(),
            joined.placement().environment(),
            stop -> stop.joined(joined.into(), at),
            rows);
        contain(joined, rows);
      }
      case ShipmentStopped stopped ->
          change(
              stopped.shipment(),
              stopped.at(),
              stop -> stop.now(failedOrStopped(stop), Optional.of(stopped.because()), at),
              rows);
      case DeliveryMade made ->
          change(
              made.delivery().shipment(),
              made.delivery().id().placement().environment(),
              stop -> stop.delivering(made.delivery().id().number(), at),
              rows);
      case RolloutSettled settled -> ended(settled.delivery(), Optional.empty(), at, rows);
      case RolloutFailed failed ->
          ended(failed.delivery(), Optional.of(failed.because()), at, rows);
      default -> {
        // The other entries move no shipment.
      }
    }
  }

  private static ShipmentRow row(Shipment shipment, Recorded recorded, Rows rows) {
    return new ShipmentRow(
        shipment.id(),
        shipment.application(),
        shipment.change().sha(),
        shipment.change().ref(),
        shipment.madeBy(),
        shipment.force(),
        shipment.parameters(),
        shipment.travel().stream().map(StopRow::ahead).toList(),
        List.of(),
        recorded.position(),
        recorded.at(),
        Causes.event(recorded, rows),
        shipment.set());
  }

  /** Whoever takes another along brings all that this one brought. */
  private static void contain(ShipmentJoined joined, Rows rows) {
    rows.find(Tables.SHIPMENTS, joined.shipment().value())
        .ifPresent(one ->
            rows.find(Tables.SHIPMENTS, joined.into().value())
                .ifPresent(into -> rows.put(Tables.SHIPMENTS, into.containing(one))));
  }

  /** A stop that failed says so, whatever is said of the rest of the way. */
  private static State failedOrStopped(StopRow stop) {
    return stop.state() == State.FAILED ? State.FAILED : State.STOPPED;
  }

  private static void ended(DeliveryId delivery, Optional<Reason> why, Instant at, Rows rows) {
    State state = why.isPresent() ? State.FAILED : State.ARRIVED;
    rows.find(Tables.DELIVERIES, delivery.toString())
        .ifPresent(row ->
            change(
                row.delivery().shipment(),
                delivery.placement().environment(),
                stop -> stop.now(state, why, at),
                rows));
  }

  private static void change(
      ShipmentId shipment, EnvironmentName environment, UnaryOperator<StopRow> how, Rows rows) {
    rows.find(Tables.SHIPMENTS, shipment.value())
        .ifPresent(row ->
            row.stop(environment)
                .ifPresent(stop -> rows.put(Tables.SHIPMENTS, row.withStop(how.apply(stop)))));
  }
}
