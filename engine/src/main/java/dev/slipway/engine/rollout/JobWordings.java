package dev.slipway.engine.rollout;

import dev.slipway.engine.fold.JobRun;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import java.util.Optional;

/** Puts what becomes of a job into words, each with its way out where there is one. */
final class JobWordings {

  private JobWordings() {}

  static NextMove running(DeliveryId id, JobRun run) {
    return new NextMove.Wait(
        new Reason(
            "job-running",
            "Job %s of %s runs at %s, and is run once.".formatted(run.key(), id, run.target())),
        Optional.of(run.deadline()));
  }

  static NextMove unknown(DeliveryId id, JobRun run) {
    String begun = run.delivery().equals(id) ? "" : ", begun for %s,".formatted(run.delivery());
    String why =
        run.because().map(Reason::sentence).orElse("Nothing was heard of it within its time.");
    return stuck(
        id,
        run,
        new Reason(
            "unknown-outcome",
            "Nobody knows what became of job %s%s at %s, and it is not run twice on a guess. %s Look, and say what you found."
                .formatted(run.key(), begun, run.target(), why)));
  }

  static Reason failed(JobRun run) {
    String code = run.because().map(Reason::code).orElse("job-failed");
    return new Reason(code, "Job %s failed at %s: %s".formatted(run.key(), run.target(), why(run)));
  }

  static NextMove failedBefore(DeliveryId id, JobRun run) {
    return stuck(
        id,
        run,
        new Reason(
            "job-failed-before",
            "Job %s failed for %s, and is not run again by itself: %s Mend it under another version, or say what is to be."
                .formatted(run.key(), run.delivery(), why(run))));
  }

  private static String why(JobRun run) {
    return run.because().map(Reason::sentence).orElse("It did not say why.");
  }

  private static NextMove stuck(DeliveryId id, JobRun run, Reason because) {
    return new NextMove.Stuck(
        because,
        "slipway settle %s --target %s --succeeded|--failed|--rerun".formatted(id, run.target()));
  }
}
