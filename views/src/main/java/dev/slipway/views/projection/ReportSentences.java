package dev.slipway.views.projection;

import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;

/** What targets say, in one sentence each. */
final class ReportSentences {

  private ReportSentences() {}

  static String of(Report report) {
    return switch (report) {
      case Report.Ended it -> report.slot().target() + ended(it.outcome());
      case Report.Refused it -> report.slot().target() + " refused an order.";
      case Report.Observed it ->
          report.slot().target() + (it.drifted() ? " differs from its order." : " looked again.");
    };
  }

  private static String ended(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Converged it -> " converged.";
      case Outcome.Failed it -> " failed.";
      case Outcome.Unknown it -> " does not know what became of its order.";
    };
  }
}
