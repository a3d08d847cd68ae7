package dev.slipway.engine.rollout;

import dev.slipway.engine.fold.Controls;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.JobRun;
import dev.slipway.engine.fold.JobStage;
import dev.slipway.engine.fold.Jobs;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.TargetState;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.state.DesiredJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the jobs of a rollout come to now: one after the other, each run once by one target. One
 * that had its effect before, for whichever delivery, is not run again; where that is not sure, or
 * it failed before, a person says what is to be.
 */
public final class JobMoves {

  private final RolloutState rollout;
  private final Jobs jobs;
  private final Optional<Controls.Pause> pause;
  private final Optional<EnvironmentState> environment;
  private final Instant now;

  JobMoves(
      RolloutState rollout,
      Jobs jobs,
      Optional<Controls.Pause> pause,
      Optional<EnvironmentState> environment,
      Instant now) {
    this.rollout = rollout;
    this.jobs = jobs;
    this.pause = pause;
    this.environment = environment;
    this.now = now;
  }

  /** The job of which nobody but a person can say what became of it. */
  public static Optional<JobRun> inDoubt(RolloutState rollout, Jobs jobs, Instant now) {
    return rollout.jobs().stream()
        .filter(_ -> rollout.phase() != RolloutPhase.CANCELLING)
        .flatMap(job -> jobs.of(job).stream())
        .filter(run -> run.stage() != JobStage.SUCCEEDED)
        .findFirst()
        .filter(run ->
            switch (run.stage()) {
              case UNKNOWN -> true;
              case BEGUN -> !isOf(run, rollout) || run.isSilentAt(now);
              case FAILED -> !isOf(run, rollout);
              case DUE, TOLD_SUCCEEDED, TOLD_FAILED, SUCCEEDED -> false;
            });
  }

  /** What comes next of those that run at this time; empty once all have succeeded. */
  Optional<NextMove> at(JobTime time) {
    return rollout.jobs().stream()
        .filter(job -> job.time() == time)
        .filter(job -> stage(job) != JobStage.SUCCEEDED)
        .findFirst()
        .map(this::move);
  }

  private JobStage stage(DesiredJob job) {
    return jobs.of(job).map(JobRun::stage).orElse(JobStage.DUE);
  }

  private NextMove move(DesiredJob job) {
    return jobs.of(job)
        .filter(run -> run.stage() != JobStage.DUE)
        .map(this::move)
        .orElseGet(() -> pause.<NextMove>map(NextMove::paused).orElseGet(() -> run(job)));
  }

  private NextMove move(JobRun run) {
    return switch (run.stage()) {
      case BEGUN ->
          isOf(run, rollout) && !run.isSilentAt(now)
              ? JobWordings.running(rollout.delivery().id(), run)
              : JobWordings.unknown(rollout.delivery().id(), run);
      case UNKNOWN -> JobWordings.unknown(rollout.delivery().id(), run);
      case FAILED ->
          isOf(run, rollout)
              ? new NextMove.Fail(JobWordings.failed(run))
              : JobWordings.failedBefore(rollout.delivery().id(), run);
      case DUE, TOLD_SUCCEEDED, TOLD_FAILED, SUCCEEDED ->
          JobWordings.running(rollout.delivery().id(), run);
    };
  }

  private NextMove run(DesiredJob job) {
    int attempt = jobs.of(job).map(JobRun::attempt).orElse(0) + 1;
    return chosen()
        .<NextMove>map(target -> new NextMove.RunJob(job, target, attempt))
        .or(() ->
            Wordings.resting(rollout.delivery().id(), rollout.members().values(), environment)
                .map(because -> new NextMove.Wait(because, Optional.empty())))
        .orElseGet(() -> Wordings.noMembers(rollout.delivery().id()));
  }

  /** The first member in use that has an agent; without one, the first in use. */
  private Optional<TargetName> chosen() {
    List<TargetName> inUse =
        rollout.members().keySet().stream().filter(member -> rests(member).isEmpty()).toList();
    return inUse.stream().filter(this::hasAgent).findFirst().or(() -> inUse.stream().findFirst());
  }

  private Optional<Reason> rests(TargetName member) {
    return environment.flatMap(e -> e.rests(member));
  }

  private boolean hasAgent(TargetName target) {
    return environment
        .flatMap(e -> Optional.ofNullable(e.targets().get(target)))
        .flatMap(TargetState::agent)
        .isPresent();
  }

  private static boolean isOf(JobRun run, RolloutState rollout) {
    return run.delivery().equals(rollout.delivery().id());
  }
}
