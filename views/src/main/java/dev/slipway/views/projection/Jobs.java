package dev.slipway.views.projection;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobName;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.row.JobRow;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What becomes of the jobs of deliveries. */
public final class Jobs implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    Instant at = recorded.at();
    switch (recorded.entry()) {
      case OrderIssued order ->
          change(
              order.delivery(),
              order.job(),
              rows,
              job -> job.ordered(order.slot().target().target(), recorded.position(), at));
      case ReportReceived received -> said(received.report(), at, rows);
      case OutcomeDecided decided when decided.verdict() == Command.Settle.Verdict.RERUN ->
          change(
              decided.delivery(),
              decided.job(),
              rows,
              job -> job.nowIn(JobRow.State.PENDING, Optional.empty(), at));
      case JobEnded ended ->
          change(
              ended.delivery(),
              Optional.of(ended.job()),
              rows,
              job ->
                  job.nowIn(
                      ended.succeeded() ? JobRow.State.SUCCEEDED : JobRow.State.FAILED,
                      ended.failed(),
                      at));
      default -> {
        // The other entries are about no job.
      }
    }
  }

  /** That nobody knows is said by the report alone; what is known is written down after it. */
  private static void said(Report report, Instant at, Rows rows) {
    if (report instanceof Report.Ended ended
        && ended.outcome() instanceof Outcome.Unknown(Reason because)) {
      Members.delivery(ended.fence().position(), rows)
          .ifPresent(delivery ->
              Deliveries.change(
                  delivery,
                  rows,
                  row ->
                      row.withJob(
                          job -> job.order().equals(Optional.of(ended.fence().position())),
                          job -> job.nowIn(JobRow.State.UNKNOWN, Optional.of(because), at))));
    }
  }

  private static void change(
      DeliveryId delivery, Optional<JobName> name, Rows rows, UnaryOperator<JobRow> how) {
    name.ifPresent(job ->
        Deliveries.change(delivery, rows, row -> row.withJob(one -> one.name().equals(job), how)));
  }
}
