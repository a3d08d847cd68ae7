package dev.slipway.engine.fold;

import dev.slipway.engine.fold.MemberStage.News;
import dev.slipway.model.Fence;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.time.Instant;
import java.util.Optional;

/**
 * Folds what an agent reports. Only the agent enrolled at the slot's target is heard. A report of a
 * lower fence than the slot's present order is recorded and without effect; only one of exactly
 * that fence can end it.
 */
final class Hearing {

  private Hearing() {}

  static Deliveries hear(World world, ReportReceived entry, Instant at) {
    Report report = entry.report();
    Deliveries deliveries = world.deliveries();
    boolean ours =
        world.actors().targetOf(entry.agent()).filter(report.slot().target()::equals).isPresent();
    Optional<SlotState.Ordered> ordered = deliveries.slot(report.slot()).ordered();
    if (!ours || ordered.isEmpty()) {
      return deliveries;
    }
    SlotState.Ordered order = ordered.orElseThrow();
    Fence present = new Fence(world.generation(), order.position());
    int age = report.fence().compareTo(present);
    if (age < 0) {
      return deliveries;
    }
    return switch (report) {
      case Report.Ended ended when age == 0 -> ended(deliveries, ended, order, at);
      case Report.Ended _ -> deliveries;
      case Report.Refused refused when age > 0 ->
          outcome(deliveries, report.slot(), order, new Outcome.Unknown(refused.because()), at);
      case Report.Refused _ -> deliveries;
      case Report.Observed seen ->
          see(
                  deliveries,
                  report.slot(),
                  new SlotState.Observed(
                      seen.instances(), seen.drifted(), Optional.of(seen.because()), at))
              .troubled(order, at);
    };
  }

  private static Deliveries ended(
      Deliveries deliveries, Report.Ended ended, SlotState.Ordered order, Instant at) {
    Deliveries seen =
        switch (ended.outcome()) {
          case Outcome.Converged converged ->
              see(
                  deliveries,
                  ended.slot(),
                  new SlotState.Observed(converged.instances(), false, Optional.empty(), at));
          case Outcome.Failed _, Outcome.Unknown _ -> deliveries;
        };
    Outcome verified = Carried.verified(order.state(), ended.outcome());
    return outcome(seen, ended.slot(), order, verified, at);
  }

  private static Deliveries outcome(
      Deliveries deliveries, Slot slot, SlotState.Ordered order, Outcome outcome, Instant at) {
    Deliveries kept = deliveries.plus(slot, deliveries.slot(slot).ended(outcome));
    boolean atOnce = outcome instanceof Outcome.Converged && !order.cameToNothing();
    Deliveries told = atOnce ? kept : kept.troubled(order, at);
    return told.rollout(
        order.delivery().id(),
        r -> r.heard(slot.target().target(), news(outcome), because(outcome)));
  }

  private static Deliveries see(Deliveries deliveries, Slot slot, SlotState.Observed seen) {
    return deliveries.plus(slot, deliveries.slot(slot).observed(seen));
  }

  private static News news(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Converged _ -> News.REPORTED_CONVERGED;
      case Outcome.Failed _ -> News.REPORTED_FAILED;
      case Outcome.Unknown _ -> News.REPORTED_UNKNOWN;
    };
  }

  private static Optional<Reason> because(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Converged _ -> Optional.empty();
      case Outcome.Failed failed -> Optional.of(failed.because());
      case Outcome.Unknown unknown -> Optional.of(unknown.because());
    };
  }
}
