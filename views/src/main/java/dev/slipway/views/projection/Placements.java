package dev.slipway.views.projection;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetId;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.HoldFixed;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.entry.PlacementResumed;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMoved;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.entry.TargetRemoved;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment.MadeBy;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.views.row.PlacementRow.Failure;
import dev.slipway.views.row.PlacementRow.InForce;
import dev.slipway.views.row.PlacementRow.Queued;
import dev.slipway.views.row.ShipmentRow;
import dev.slipway.views.row.SlotRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What runs where, what is on its way there and what waits. */
public final class Placements implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    switch (recorded.entry()) {
      case ShipmentQueued queued ->
          rows.find(Tables.SHIPMENTS, queued.shipment().value())
              .ifPresent(shipment -> queued(shipment, queued.placement(), recorded, rows));
      case ShipmentJoined joined ->
          change(joined.placement(), rows, row -> without(row, joined.shipment()));
      case ShipmentMoved moved -> change(moved.placement(), rows, row -> moved(row, moved));
      case ShipmentSuperseded superseded ->
          change(superseded.placement(), rows, row -> left(row, superseded.shipment(), rows));
      case ShipmentStopped stopped ->
          rows.find(Tables.SHIPMENTS, stopped.shipment().value())
              .ifPresent(shipment ->
                  change(
                      new Placement(shipment.application(), stopped.at()),
                      rows,
                      row -> left(row, stopped.shipment(), rows)));
      case DeliveryMade made ->
          change(
              made.delivery().id().placement(),
              rows,
              row ->
                  without(row, made.delivery().shipment())
                      .active(Optional.of(made.delivery().id().number())));
      case RolloutSettled settled -> settled(settled.delivery(), recorded, rows);
      case RolloutCancelled cancelled ->
          change(cancelled.delivery().placement(), rows, row -> row.active(Optional.empty()));
      case PlacementPaused paused ->
          change(
              paused.placement(),
              rows,
              row ->
                  row.paused(
                      Optional.of(
                          new PlacementRow.Pause(paused.by(), paused.because(), recorded.at()))));
      case PlacementResumed resumed ->
          change(resumed.placement(), rows, row -> row.paused(Optional.empty()));
      case ShipmentHeld held ->
          change(
              held.placement(),
              rows,
              row ->
                  held(
                      row,
                      queued -> queued.shipment().equals(held.shipment()),
                      Optional.of(new PlacementRow.Held(held.because(), held.wayOut()))));
      case InputsHeld held -> released(held.placement(), rows);
      case HoldFixed fixed -> released(fixed.placement(), rows);
      case HoldLifted lifted -> released(lifted.placement(), rows);
      case RolloutFailed failed -> failed(failed, recorded, rows);
      case OrderIssued order ->
          change(order.slot().placement(), rows, row -> ordered(row, order, recorded.position()));
      case TargetRemoved removed -> gone(removed.target(), rows);
      case ReportReceived received -> seen(received.report(), recorded.at(), rows);
      default -> {
        // The other entries change nothing that runs or waits.
      }
    }
  }

  private static void gone(TargetId target, Rows rows) {
    rows.where(Tables.PLACEMENTS, "environment", target.environment().value())
        .forEach(row -> rows.put(Tables.PLACEMENTS, row.without(target.target())));
  }

  private static void queued(
      ShipmentRow shipment, Placement placement, Recorded recorded, Rows rows) {
    Queued one =
        new Queued(
            shipment.id(),
            shipment.sha(),
            shipment.ref(),
            shipment.madeBy(),
            recorded.at(),
            Optional.empty());
    change(placement, rows, row -> row.queue(in(without(row, shipment.id()).queue(), one)));
  }

  /** A rollback goes before all that waits. */
  private static List<Queued> in(List<Queued> others, Queued one) {
    return switch (one.madeBy()) {
      case MadeBy.Rollback _ -> Stream.concat(Stream.of(one), others.stream()).toList();
      case MadeBy.Trigger _, MadeBy.Joining _, MadeBy.Campaign _, MadeBy.Request _ ->
          Stream.concat(others.stream(), Stream.of(one)).toList();
    };
  }

  private static PlacementRow moved(PlacementRow row, ShipmentMoved moved) {
    List<Queued> others = without(row, moved.shipment()).queue();
    int place =
        IntStream.range(0, others.size())
            .filter(at -> moved.before().equals(Optional.of(others.get(at).shipment())))
            .findFirst()
            .orElse(others.size());
    Stream<Queued> one =
        row.queue().stream().filter(queued -> queued.shipment().equals(moved.shipment()));
    return row.queue(
        Stream.of(
                others.subList(0, place).stream(),
                one,
                others.subList(place, others.size()).stream())
            .flatMap(all -> all)
            .toList());
  }

  private static PlacementRow held(
      PlacementRow row, Predicate<Queued> which, Optional<PlacementRow.Held> by) {
    return row.queue(
        row.queue().stream().map(queued -> which.test(queued) ? queued.held(by) : queued).toList());
  }

  private static void released(Placement placement, Rows rows) {
    change(placement, rows, row -> held(row, any -> true, Optional.empty()));
  }

  private static PlacementRow without(PlacementRow row, ShipmentId shipment) {
    List<Queued> others =
        row.queue().stream().filter(queued -> !queued.shipment().equals(shipment)).toList();
    return row.queue(others);
  }

  /** It leaves the queue, or the head where no order had left. */
  private static PlacementRow left(PlacementRow row, ShipmentId shipment, Rows rows) {
    Optional<Integer> active =
        row.active()
            .filter(number ->
                rows.find(Tables.DELIVERIES, new DeliveryId(row.placement(), number).toString())
                    .filter(head -> head.delivery().shipment().equals(shipment))
                    .isEmpty());
    return without(row, shipment).active(active);
  }

  private static void settled(DeliveryId id, Recorded recorded, Rows rows) {
    rows.find(Tables.DELIVERIES, id.toString())
        .ifPresent(row -> {
          Delivery delivery = row.delivery();
          change(
              id.placement(),
              rows,
              placement ->
                  placement.inForce(
                      new InForce(
                          id.number(),
                          delivery.change().sha(),
                          delivery.change().ref(),
                          delivery.shipment(),
                          row.bypassed(),
                          recorded.at())));
        });
  }

  private static void failed(RolloutFailed failed, Recorded recorded, Rows rows) {
    rows.find(Tables.DELIVERIES, failed.delivery().toString())
        .ifPresent(row ->
            change(
                failed.delivery().placement(),
                rows,
                placement ->
                    placement.failed(
                        new Failure(
                            failed.delivery().number(),
                            row.delivery().change().sha(),
                            failed.because(),
                            recorded.at()))));
  }

  /** Who is led back is to hold what is in force, whichever delivery it is led away from. */
  private static PlacementRow ordered(PlacementRow row, OrderIssued order, Position position) {
    Optional<Integer> holds =
        order.step() == OrderBody.BACK
            ? row.inForce().map(InForce::number)
            : Optional.of(order.delivery().number());
    return row.slot(
        order.slot().target().target(), slot -> slot.ordered(new SlotRow.Ordered(position, holds)));
  }

  private static void seen(Report report, Instant at, Rows rows) {
    Position order = report.fence().position();
    Optional<Integer> delivery = Members.delivery(order, rows).map(DeliveryId::number);
    change(
        report.slot().placement(),
        rows,
        row ->
            row.slot(
                report.slot().target().target(),
                slot -> said(slot, report, holds(slot, order, delivery), at)));
  }

  private static Optional<Integer> holds(
      SlotRow slot, Position order, Optional<Integer> otherwise) {
    Optional<SlotRow.Ordered> last = slot.ordered().filter(it -> it.order().equals(order));
    return last.isPresent() ? last.orElseThrow().holds() : otherwise;
  }

  private static SlotRow said(SlotRow slot, Report report, Optional<Integer> holds, Instant at) {
    return switch (report) {
      case Report.Ended ended ->
          slot.said(holds, instances(ended.outcome()), false, because(ended.outcome()), at);
      case Report.Refused _ -> slot;
      case Report.Observed observed ->
          slot.said(
              holds,
              observed.instances(),
              observed.drifted(),
              Optional.of(observed.because()).filter(because -> observed.drifted()),
              at);
    };
  }

  private static Optional<Reason> because(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Converged _ -> Optional.empty();
      case Outcome.Failed failed -> Optional.of(failed.because());
      case Outcome.Unknown unknown -> Optional.of(unknown.because());
    };
  }

  /** What ran before an order may be gone when the order did not converge; nobody knows then. */
  private static List<ObservedInstance> instances(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Converged converged -> converged.instances();
      case Outcome.Failed _, Outcome.Unknown _ -> List.of();
    };
  }

  private static void change(Placement placement, Rows rows, UnaryOperator<PlacementRow> how) {
    rows.put(
        Tables.PLACEMENTS,
        how.apply(
            rows.find(Tables.PLACEMENTS, placement.toString())
                .orElseGet(() -> PlacementRow.empty(placement))));
  }
}
