package dev.slipway.engine.fold;

import dev.slipway.engine.fold.JobStage.News;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.JobName;
import dev.slipway.model.JobVersion;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.Compatibility;
import dev.slipway.model.state.DesiredJob;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of a job at a placement, run or settled for a delivery.
 *
 * @param delivery the one that it belongs to now
 * @param target the one that was chosen to run it
 * @param attempt the attempt of its last order
 * @param deadline when it counts as silent
 * @param because why it failed or is not known
 * @param compatible what may come back all the same once it succeeded
 */
public record JobRun(
    Key key,
    boolean irreversible,
    JobStage stage,
    DeliveryId delivery,
    TargetName target,
    int attempt,
    Instant deadline,
    Optional<Reason> because,
    Optional<Compatibility> compatible) {

  /** What is run once. */
  public record Key(JobName name, JobVersion version) {

    public static Key of(DesiredJob job) {
      return new Key(job.name(), job.version());
    }

    /** Such as {@code migrate (42)}; a commit in short. */
    @Override
    public String toString() {
      String said = version.value();
      return "%s (%s)".formatted(name, said.matches("[0-9a-f]{40}") ? said.substring(0, 7) : said);
    }
  }

  /** Whether it was ordered for this delivery, and its target says nothing for too long. */
  public boolean isSilentAt(Instant now) {
    return stage == JobStage.BEGUN && !now.isBefore(deadline);
  }

  JobRun heard(News news, Optional<Reason> why) {
    return JobStage.TABLE
        .next(stage, news)
        .map(next ->
            new JobRun(
                key, irreversible, next, delivery, target, attempt, deadline, why, compatible))
        .orElse(this);
  }
}
