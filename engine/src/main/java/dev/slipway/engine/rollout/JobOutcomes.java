package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.JobRun;
import dev.slipway.engine.fold.JobStage;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.JobEnded;
import java.util.List;
import java.util.Optional;

/**
 * What is told of a job is written down among what is decided at its placement, so that a rollback
 * and a floor are ordered by the ledger. It does not matter whether its rollout still goes on.
 */
final class JobOutcomes {

  private JobOutcomes() {}

  /** Writes what is told and not written; whether there was any. */
  static boolean write(Deliberation d, PlacementState at) {
    List<JobRun> told = at.jobs().told();
    told.forEach(run ->
        d.write(
            new JobEnded(
                run.delivery(),
                run.key().name(),
                run.key().version(),
                run.irreversible(),
                failed(run),
                compatible(at, run))));
    return !told.isEmpty();
  }

  /** The delivery that was in force before its own, where that may run with its effect. */
  private static Optional<Integer> compatible(PlacementState at, JobRun run) {
    return run.compatible()
        .flatMap(window ->
            switch (window) {
              case PREVIOUS ->
                  at.past().reversed().stream()
                      .map(held -> held.delivery().id().number())
                      .filter(number -> number < run.delivery().number())
                      .findFirst();
            });
  }

  private static Optional<Reason> failed(JobRun run) {
    return run.stage() == JobStage.TOLD_SUCCEEDED
        ? Optional.empty()
        : run.because()
            .or(() -> Optional.of(new Reason("job-failed", "It did not say why it failed.")));
  }
}
