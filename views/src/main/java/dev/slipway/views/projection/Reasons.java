package dev.slipway.views.projection;

import dev.slipway.model.Reason;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.event.Event;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.util.Optional;

/** The reasons that entries carry. Stateless. */
final class Reasons {

  private Reasons() {}

  static Optional<Reason> of(Entry entry) {
    return switch (entry) {
      case ActorRefused it -> Optional.of(it.because());
      case CauseSettled it -> Optional.of(it.settlement().because());
      case TriggerEvaluated it -> Optional.of(it.verdict().because());
      case GuardrailJudged it -> Optional.of(it.because());
      case RolloutWaiting it -> Optional.of(it.because());
      case RolloutStuck it -> Optional.of(it.because());
      case RolloutFailed it -> Optional.of(it.because());
      case RolloutCancelled it -> Optional.of(it.because());
      case ShipmentHeld it -> Optional.of(it.because());
      case ShipmentStopped it -> Optional.of(it.because());
      case EventReceived it ->
          it.event() instanceof Event.Ignored ignored
              ? Optional.of(ignored.because())
              : Optional.empty();
      case ReportReceived it -> of(it.report());
      default -> Optional.empty();
    };
  }

  private static Optional<Reason> of(Report report) {
    return switch (report) {
      case Report.Ended it -> of(it.outcome());
      case Report.Refused it -> Optional.of(it.because());
      case Report.Observed it -> Optional.of(it.because());
    };
  }

  private static Optional<Reason> of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Converged it -> Optional.empty();
      case Outcome.Failed it -> Optional.of(it.because());
      case Outcome.Unknown it -> Optional.of(it.because());
    };
  }
}
