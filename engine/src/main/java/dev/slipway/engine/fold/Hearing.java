package dev.slipway.engine.fold;

import dev.slipway.engine.fold.MemberStage.News;
import dev.slipway.model.Fence;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.state.DesiredJob;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Folds what an agent reports. Only the agent enrolled at the slot's target is heard. A report of a
 * lower fence than the slot's present order is recorded and without effect; only one of exactly
 * that fence can end it. Only of what has to be healthy for longer it is heard under an older order
 * too that it was not as ordered.
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
      return report instanceof Report.Observed late
          ? differed(world, deliveries, late, order, at)
          : deliveries;
    }
    return switch (report) {
      case Report.Ended ended when age == 0 -> ended(deliveries, ended, order, at);
      case Report.Ended _ -> deliveries;
      case Report.Refused refused when age > 0 ->
          outcome(deliveries, report.slot(), order, new Outcome.Unknown(refused.because()), at);
      case Report.Refused _ -> deliveries;
      case Report.Observed seen ->
          see(
                  differed(world, deliveries, seen, order, at),
                  report.slot(),
                  new SlotState.Observed(
                      seen.instances(), seen.drifted(), Optional.of(seen.because()), at))
              .troubled(order, at);
    };
  }

  private static Deliveries differed(
      World world,
      Deliveries deliveries,
      Report.Observed seen,
      SlotState.Ordered order,
      Instant at) {
    return deliveries.rollout(
        order.delivery().id(),
        r ->
            r.differed(
                seen.slot().target().target(),
                issued -> new Fence(world.generation(), issued).compareTo(seen.fence()) <= 0,
                Unbroken.differed(r, seen.because()),
                at));
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
    Optional<SlotState.Observed> before = deliveries.slot(ended.slot()).observed();
    Optional<RolloutState> rollout =
        deliveries.placement(order.delivery().id().placement()).of(order.delivery().id());
    if (order.job().isPresent()) {
      Deliveries told = outcome(seen, ended.slot(), order, ended.outcome(), at);
      return rollout.map(r -> besidesJob(told, r, ended, order, before, at)).orElse(told);
    }
    Outcome carried = Carried.verified(order.state(), ended.outcome());
    boolean again = isSaidAgain(order) && isWatched(rollout, step -> order.step() >= step);
    boolean follows = isWatched(rollout, step -> order.step() > step);
    if (!again && !follows) {
      return outcome(seen, ended.slot(), order, carried, at);
    }
    Outcome unbroken =
        rollout.map(r -> Unbroken.verified(r, order.state(), before, carried)).orElse(carried);
    if (again && unbroken instanceof Outcome.Failed broken) {
      return seen.rollout(
          order.delivery().id(),
          r ->
              isPast(r, order)
                  ? r
                  : r.heard(
                      ended.slot().target().target(),
                      News.REPORTED_DIFFERENT,
                      Optional.of(broken.because()),
                      at));
    }
    return outcome(seen, ended.slot(), order, follows ? unbroken : carried, at);
  }

  /**
   * What has to be healthy for longer stays as it was until its rollout ends, also while a job runs
   * beside it: one that killed a process, and saw another take its place, would settle unnoticed.
   */
  private static Deliveries besidesJob(
      Deliveries deliveries,
      RolloutState rollout,
      Report.Ended ended,
      SlotState.Ordered order,
      Optional<SlotState.Observed> before,
      Instant at) {
    boolean succeeded = ended.outcome() instanceof Outcome.Converged;
    return succeeded
            && Unbroken.verified(rollout, order.state(), before, ended.outcome())
                instanceof Outcome.Failed broken
        ? deliveries.rollout(
            order.delivery().id(),
            r -> r.differed(ended.slot().target().target(), _ -> true, broken.because(), at))
        : deliveries;
  }

  /** Who lost what it had written down does an order once more, perhaps with other processes. */
  private static boolean isSaidAgain(SlotState.Ordered order) {
    return order.ended().filter(Outcome.Converged.class::isInstance).isPresent();
  }

  /** Whether the step from which on everybody has to stay as ordered is such a one. */
  private static boolean isWatched(Optional<RolloutState> rollout, Predicate<Integer> which) {
    return rollout.flatMap(r -> r.itinerary().watched()).filter(which).isPresent();
  }

  private static Deliveries outcome(
      Deliveries deliveries, Slot slot, SlotState.Ordered order, Outcome outcome, Instant at) {
    Deliveries kept = deliveries.plus(slot, deliveries.slot(slot).ended(outcome));
    if (order.job().isPresent()) {
      return job(kept, order, order.job().orElseThrow(), outcome);
    }
    boolean atOnce = outcome instanceof Outcome.Converged && !order.cameToNothing();
    Deliveries told = atOnce ? kept : kept.troubled(order, at);
    return told.rollout(
        order.delivery().id(),
        r ->
            isPast(r, order)
                ? r
                : r.heard(slot.target().target(), news(outcome), because(outcome), at));
  }

  /** Who rests is not led back yet; what it says of the way forth says nothing of the way back. */
  private static boolean isPast(RolloutState rollout, SlotState.Ordered order) {
    return rollout.phase() == RolloutPhase.CANCELLING && !order.isWayBack();
  }

  /** What the target keeps meanwhile was looked at when it was ordered; this is about the job. */
  private static Deliveries job(
      Deliveries deliveries, SlotState.Ordered order, DesiredJob job, Outcome outcome) {
    JobStage.News news =
        switch (outcome) {
          case Outcome.Converged _ -> JobStage.News.REPORTED_SUCCEEDED;
          case Outcome.Failed _ -> JobStage.News.REPORTED_FAILED;
          case Outcome.Unknown _ -> JobStage.News.REPORTED_UNKNOWN;
        };
    return deliveries.jobs(
        order.delivery().id().placement(), jobs -> jobs.heard(job, news, because(outcome)));
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
