package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Controls;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.Jobs;
import dev.slipway.engine.fold.MemberStage;
import dev.slipway.engine.fold.MemberState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.Stopover;
import dev.slipway.engine.fold.Turn;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.definition.RolloutPolicy;
import dev.slipway.model.state.DesiredJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a rollout comes to now, from its state alone; so it does not matter which news led here.
 *
 * <pre>
 *   no order has left       members there → Start      none → Stuck, unless the environment allows it
 *   too many failed         → Fail; one is too many, unless the strategy says otherwise
 *   a member has no order   → Order
 *   the turn converged      → Step, or who is next in turn has no order
 *   … and nobody said in
 *   time that it goes on    → Fail or Stuck, as its strategy says
 *   every member is through → Settle
 *   an outcome is unknown   → Stuck, until a person settles it
 *   the deadline passed     → Stuck, naming who is silent; or Fail, where the environment says so
 *   otherwise               → Wait, until the deadline
 *
 *   a job is due before the first order, or once every member is through
 *                           → RunJob; when it failed → Fail; unknown → Stuck; otherwise → Wait
 *
 *   it is paused:
 *   no order has left, or
 *   a job is due            → Wait, until someone resumes it
 *   a step is done, or a
 *   member has no order     → Wait, until someone resumes it; what goes on is judged as above
 *
 *   who is to be ordered
 *   something is paused     → Wait, until someone resumes or excludes it
 *
 *   it is being cancelled:
 *   a member has no order   → Return
 *   every member answered   → Cancelled
 *   unknown, silent, other  → as above
 * </pre>
 */
public sealed interface NextMove {

  record Start(List<TargetName> members) implements NextMove {}

  /** Members get the order of the step that they are at, for the first time or once more. */
  record Order(List<MemberState> members) implements NextMove {}

  /** Members get the order of the next step. */
  record Step(List<MemberState> members) implements NextMove {}

  /** One target runs a job. */
  record RunJob(DesiredJob job, TargetName target, int attempt) implements NextMove {}

  record Settle() implements NextMove {}

  record Fail(Reason because) implements NextMove {}

  /** Orders members back to what was in force before. */
  record Return(List<MemberState> members) implements NextMove {}

  record Cancelled(Reason because) implements NextMove {}

  record Stuck(Reason because, String wayOut) implements NextMove {}

  record Wait(Reason because, Optional<Instant> until) implements NextMove {}

  /** Judges a rollout as all that is known of it stands. */
  static NextMove of(Deliberation d, RolloutState rollout) {
    Placement placement = rollout.delivery().id().placement();
    PlacementState at = d.placement(placement);
    Silence.reliedOn(d, rollout, at.jobs());
    return of(
        rollout, at.jobs(), at.controls().pause(), d.environment(placement.environment()), d.now());
  }

  /** Judges a rollout at an instant. */
  static NextMove of(
      RolloutState rollout,
      Jobs jobs,
      Optional<Controls.Pause> pause,
      Optional<EnvironmentState> environment,
      Instant now) {
    if (rollout.phase() == RolloutPhase.WAITING) {
      return pause.isPresent()
          ? paused(pause.orElseThrow())
          : beforeStart(rollout.delivery().id(), environment);
    }
    if (rollout.phase() == RolloutPhase.CANCELLING) {
      List<MemberState> away = members(rollout, in(MemberStage.UNORDERED));
      return away.isEmpty()
          ? onTheWayBack(rollout, environment, now)
          : inUse(rollout, away, environment).orElseGet(() -> new Return(away));
    }
    JobMoves jobMoves = new JobMoves(rollout, jobs, pause, environment, now);
    Optional<NextMove> job =
        jobMoves
            .at(JobTime.BEFORE)
            .or(() -> jobs.open(rollout.delivery().id()).flatMap(_ -> jobMoves.at(JobTime.AFTER)));
    if (job.isPresent()) {
      return job.orElseThrow();
    }
    List<MemberState> failed = members(rollout, in(MemberStage.FAILED));
    if (isTooMuch(rollout, failed.size())) {
      return new Fail(Wordings.failed(failed));
    }
    List<MemberState> turn = Turn.of(rollout);
    List<MemberState> unordered = turn.stream().filter(in(MemberStage.UNORDERED)).toList();
    if (!unordered.isEmpty() && pause.isEmpty()) {
      return inUse(rollout, unordered, environment).orElseGet(() -> new Order(unordered));
    }
    if (turn.isEmpty()) {
      return jobMoves.at(JobTime.AFTER).orElseGet(Settle::new);
    }
    if (turn.stream().allMatch(in(MemberStage.CONVERGED)) && pause.isEmpty()) {
      return onwards(rollout, turn, environment, now);
    }
    boolean resting = members(rollout, in(MemberStage.ORDERED)).isEmpty();
    return pause.isPresent() && resting && members(rollout, in(MemberStage.UNKNOWN)).isEmpty()
        ? paused(pause.orElseThrow())
        : open(rollout, environment, now);
  }

  /** Where all have failed, nobody is left who came through. */
  private static boolean isTooMuch(RolloutState rollout, int failed) {
    return failed > rollout.itinerary().failures()
        || (failed > 0 && failed == rollout.members().size());
  }

  /** Why nothing is ordered of them yet, where one of them is paused. */
  private static Optional<NextMove> inUse(
      RolloutState rollout, List<MemberState> members, Optional<EnvironmentState> environment) {
    return inUse(rollout, members, environment, Optional.empty());
  }

  /** The same, where somebody's word is asked for until a time. */
  private static Optional<NextMove> inUse(
      RolloutState rollout,
      List<MemberState> members,
      Optional<EnvironmentState> environment,
      Optional<Instant> until) {
    return Wordings.resting(rollout.delivery().id(), members, environment)
        .map(because -> new Wait(because, until));
  }

  private static NextMove onwards(
      RolloutState rollout,
      List<MemberState> turn,
      Optional<EnvironmentState> environment,
      Instant now) {
    List<MemberState> next = Turn.hindmost(turn);
    return Stopover.of(rollout)
        .filter(stop -> stop.isOverdueAt(now))
        .flatMap(stop ->
            stop.open()
                .map(
                    decision -> Wordings.undecided(rollout.delivery().id(), stop.step(), decision)))
        .or(() -> inUse(rollout, next, environment, Stopover.of(rollout).flatMap(Stopover::due)))
        .orElseGet(() -> new Step(next));
  }

  /** It waits for the end of a pause. */
  static NextMove paused(Controls.Pause pause) {
    return new Wait(pause.reason(), Optional.empty());
  }

  private static NextMove onTheWayBack(
      RolloutState rollout, Optional<EnvironmentState> environment, Instant now) {
    List<MemberState> failed = members(rollout, in(MemberStage.FAILED));
    int back = members(rollout, in(MemberStage.CONVERGED)).size();
    return failed.size() + back == rollout.members().size()
        ? new Cancelled(Wordings.cancelled(failed))
        : open(rollout, environment, now);
  }

  /** There are members that have not ended. */
  private static NextMove open(
      RolloutState rollout, Optional<EnvironmentState> environment, Instant now) {
    DeliveryId id = rollout.delivery().id();
    List<MemberState> unknown = members(rollout, in(MemberStage.UNKNOWN));
    if (!unknown.isEmpty()) {
      return Wordings.unknown(id, unknown);
    }
    List<MemberState> silent = members(rollout, member -> member.isSilentAt(now));
    if (!silent.isEmpty()) {
      return goesBackWhenSilent(rollout, environment)
          ? new Fail(Wordings.silence(silent))
          : Wordings.silent(id, silent);
    }
    return Wordings.waiting(rollout, members(rollout, in(MemberStage.ORDERED)), environment);
  }

  /** Who is ordered back already cannot be given up once more. */
  private static boolean goesBackWhenSilent(
      RolloutState rollout, Optional<EnvironmentState> environment) {
    return rollout.phase() != RolloutPhase.CANCELLING
        && environment
            .filter(e -> e.definition().policy().whenSilent() == RolloutPolicy.WhenSilent.BACK)
            .isPresent();
  }

  private static NextMove beforeStart(DeliveryId id, Optional<EnvironmentState> environment) {
    List<TargetName> members = environment.map(EnvironmentState::members).orElseGet(List::of);
    boolean allPaused = environment.filter(e -> !e.paused().isEmpty()).isPresent();
    if (members.isEmpty() && allPaused) {
      return Wordings.allPaused(id);
    }
    boolean allowed = environment.filter(e -> e.definition().allowEmpty()).isPresent();
    return members.isEmpty() && !allowed ? Wordings.noMembers(id) : new Start(members);
  }

  private static List<MemberState> members(RolloutState rollout, Predicate<MemberState> which) {
    return rollout.members().values().stream().filter(which).collect(Collectors.toList());
  }

  private static Predicate<MemberState> in(MemberStage stage) {
    return member -> member.stage() == stage;
  }
}
