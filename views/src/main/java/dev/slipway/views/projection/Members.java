package dev.slipway.views.projection;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.order.OrderBody;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.EntryRow;
import dev.slipway.views.row.MemberRow;
import java.time.Instant;
import java.util.Optional;

/**
 * What each member of a rollout was ordered and what it says. Where it is led back once the rollout
 * is over is not shown with it, for what it said then is how that came to its end.
 */
public final class Members implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    switch (recorded.entry()) {
      case OrderIssued order when order.job().isEmpty() -> ordered(recorded, order, rows);
      case ReportReceived received ->
          delivery(received.report().fence().position(), rows)
              .ifPresent(delivery -> said(delivery, received.report(), recorded.at(), rows));
      case MemberExcluded excluded ->
          Deliveries.change(
              excluded.delivery(),
              rows,
              row -> row.withMember(excluded.target(), it -> it.excluded(recorded.at())));
      case OutcomeDecided decided when decided.job().isEmpty() ->
          Deliveries.change(
              decided.delivery(),
              rows,
              row ->
                  row.withMember(
                      decided.slot().target().target(),
                      member -> decided(member, decided, recorded.at())));
      default -> {
        // The other entries are not about one member.
      }
    }
  }

  private static void ordered(Recorded recorded, OrderIssued order, Rows rows) {
    Deliveries.change(
        order.delivery(),
        rows,
        row -> leadsBackAfterwards(row, order) ? row : ordered(recorded, order, row));
  }

  private static DeliveryRow ordered(Recorded recorded, OrderIssued order, DeliveryRow row) {
    return row.atStep(order.step())
        .withMember(
            order.slot().target().target(),
            member ->
                member.ordered(recorded.position(), order.step(), order.attempt(), recorded.at()));
  }

  private static boolean leadsBackAfterwards(DeliveryRow row, OrderIssued order) {
    return order.step() == OrderBody.BACK && row.state().hasEnded();
  }

  /** The delivery of the order at a position. */
  static Optional<DeliveryId> delivery(Position order, Rows rows) {
    return rows.find(Tables.ENTRIES, order.toString())
        .filter(entry -> entry.type().equals(OrderIssued.class.getSimpleName()))
        .map(EntryRow::subject)
        .flatMap(subject -> subject.delivery());
  }

  private static void said(DeliveryId delivery, Report report, Instant at, Rows rows) {
    Deliveries.change(
        delivery,
        rows,
        row -> row.withMember(report.slot().target().target(), member -> said(member, report, at)));
  }

  private static MemberRow said(MemberRow member, Report report, Instant at) {
    if (!member.order().equals(Optional.of(report.fence().position()))) {
      return member;
    }
    return switch (report) {
      case Report.Ended ended -> ended(member, ended.outcome(), at);
      case Report.Refused refused ->
          member.said(MemberRow.Outcome.REFUSED, Optional.of(refused.because()), at);
      case Report.Observed observed -> member.showing(observed.instances());
    };
  }

  private static MemberRow ended(MemberRow member, Outcome outcome, Instant at) {
    return switch (outcome) {
      case Outcome.Converged converged ->
          member
              .said(MemberRow.Outcome.CONVERGED, Optional.empty(), at)
              .showing(converged.instances());
      case Outcome.Failed failed ->
          member.said(MemberRow.Outcome.FAILED, Optional.of(failed.because()), at);
      case Outcome.Unknown unknown ->
          member.said(MemberRow.Outcome.UNKNOWN, Optional.of(unknown.because()), at);
    };
  }

  private static MemberRow decided(MemberRow member, OutcomeDecided decided, Instant at) {
    Reason because = new Reason("settled-by-hand", "A person said so.");
    return switch (decided.verdict()) {
      case SUCCEEDED -> member.said(MemberRow.Outcome.CONVERGED, Optional.of(because), at);
      case FAILED -> member.said(MemberRow.Outcome.FAILED, Optional.of(because), at);
      case RERUN -> member.said(MemberRow.Outcome.PENDING, Optional.of(because), at);
    };
  }
}
