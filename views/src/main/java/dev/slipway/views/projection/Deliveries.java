package dev.slipway.views.projection;

import static dev.slipway.views.row.DeliveryState.CANCELLED;
import static dev.slipway.views.row.DeliveryState.CANCELLING;
import static dev.slipway.views.row.DeliveryState.FAILED;
import static dev.slipway.views.row.DeliveryState.SETTLED;
import static dev.slipway.views.row.DeliveryState.STUCK;
import static dev.slipway.views.row.DeliveryState.SUPERSEDED;
import static dev.slipway.views.row.DeliveryState.WAITING;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.GuardrailBypassed;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutCancelling;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Pace;
import dev.slipway.model.state.Shipment.MadeBy;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.BypassRow;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.GuardrailRow;
import dev.slipway.views.row.MemberRow;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.views.row.ShipmentRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Deliveries through the states of their rollouts. Runs before Placements, whose row still names
 * the delivery that was in force.
 */
public final class Deliveries implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    switch (recorded.entry()) {
      case DeliveryMade made ->
          rows.put(
              Tables.DELIVERIES,
              DeliveryRow.made(made.delivery(), madeBy(made.delivery(), rows), recorded.at()));
      case RolloutStarted started ->
          change(started.delivery(), rows, row -> started(row, started, recorded.at()));
      case GuardrailJudged judged ->
          change(
              judged.delivery(),
              rows,
              row ->
                  row.judged(
                      new GuardrailRow(
                          judged.guardrail(),
                          judged.verdict(),
                          judged.because(),
                          judged.policy(),
                          recorded.at())));
      case GuardrailBypassed bypassed ->
          change(
              bypassed.delivery(),
              rows,
              row ->
                  row.bypassed(
                      new BypassRow(
                          bypassed.guardrail(), bypassed.because(), bypassed.by(), recorded.at())));
      case RolloutWaiting waiting ->
          change(
              waiting.delivery(),
              rows,
              row ->
                  row.nowIn(
                      WAITING, Optional.of(waiting.because()), Optional.empty(), recorded.at()));
      case RolloutStuck stuck ->
          change(
              stuck.delivery(),
              rows,
              row ->
                  row.nowIn(
                      STUCK,
                      Optional.of(stuck.because()),
                      Optional.of(stuck.wayOut()),
                      recorded.at()));
      case RolloutFailed failed ->
          change(
              failed.delivery(),
              rows,
              row ->
                  row.nowIn(
                      FAILED, Optional.of(failed.because()), Optional.empty(), recorded.at()));
      case RolloutCancelling cancelling ->
          change(
              cancelling.delivery(),
              rows,
              row ->
                  row.nowIn(CANCELLING, Optional.empty(), Optional.empty(), recorded.at())
                      .until(cancelling.deadline()));
      case RolloutCancelled cancelled ->
          change(
              cancelled.delivery(),
              rows,
              row ->
                  row.nowIn(
                      CANCELLED,
                      Optional.of(cancelled.because()),
                      Optional.empty(),
                      recorded.at()));
      case ShipmentStopped stopped ->
          ofShipment(
              stopped.shipment(),
              stopped.at(),
              rows,
              row ->
                  row.startedAt().isEmpty()
                      ? row.nowIn(
                          CANCELLED,
                          Optional.of(stopped.because()),
                          Optional.empty(),
                          recorded.at())
                      : row);
      case ShipmentSuperseded superseded ->
          ofShipment(
              superseded.shipment(),
              superseded.placement().environment(),
              rows,
              row -> row.nowIn(SUPERSEDED, Optional.empty(), Optional.empty(), recorded.at()));
      case RolloutSettled settled -> settled(settled.delivery(), recorded, rows);
      default -> {
        // The other entries end or move no rollout; orders and reports are for Members.
      }
    }
  }

  private static DeliveryRow started(DeliveryRow made, RolloutStarted entry, Instant at) {
    DeliveryRow row =
        made.started(
            entry.strategy(), entry.steps(), entry.bakes(), members(entry), entry.deadline(), at);
    for (TargetName away : entry.excluded().orElseGet(List::of)) {
      row = row.withMember(away, member -> member.excluded(at));
    }
    return row;
  }

  /** The members, each in its wave where there are several. */
  private static List<MemberRow> members(RolloutStarted entry) {
    List<Integer> waves = entry.pace().map(Pace::waves).orElseGet(List::of);
    List<MemberRow> members = new ArrayList<>();
    for (int wave = 1; waves.size() > 1 && wave <= waves.size(); wave++) {
      for (int left = waves.get(wave - 1); left > 0; left--) {
        members.add(MemberRow.of(entry.members().get(members.size()), Optional.of(wave)));
      }
    }
    return members.isEmpty() ? entry.members().stream().map(MemberRow::of).toList() : members;
  }

  private static MadeBy madeBy(Delivery delivery, Rows rows) {
    return rows.find(Tables.SHIPMENTS, delivery.shipment().value())
        .map(ShipmentRow::madeBy)
        .orElseGet(() -> new MadeBy.Request(ActorId.SLIPWAY, Optional.empty()));
  }

  private static void settled(DeliveryId delivery, Recorded recorded, Rows rows) {
    rows.find(Tables.PLACEMENTS, delivery.placement().toString())
        .flatMap(PlacementRow::inForce)
        .map(before -> new DeliveryId(delivery.placement(), before.number()))
        .ifPresent(before -> change(before, rows, DeliveryRow::replaced));
    change(
        delivery,
        rows,
        row -> row.nowIn(SETTLED, Optional.empty(), Optional.empty(), recorded.at()));
  }

  /** Changes the delivery that a shipment has at an environment, where it has one. */
  private static void ofShipment(
      ShipmentId shipment, EnvironmentName at, Rows rows, UnaryOperator<DeliveryRow> how) {
    rows.find(Tables.SHIPMENTS, shipment.value())
        .ifPresent(row ->
            row.stop(at)
                .flatMap(stop -> stop.number())
                .ifPresent(number ->
                    change(
                        new DeliveryId(new Placement(row.application(), at), number), rows, how)));
  }

  static void change(DeliveryId delivery, Rows rows, UnaryOperator<DeliveryRow> how) {
    rows.find(Tables.DELIVERIES, delivery.toString())
        .ifPresent(row -> rows.put(Tables.DELIVERIES, how.apply(row)));
  }
}
