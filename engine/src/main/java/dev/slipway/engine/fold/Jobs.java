package dev.slipway.engine.fold;

import dev.slipway.engine.fold.JobStage.News;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.state.DesiredJob;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What became of the jobs of a placement, by name and version.
 *
 * @param runs the oldest first; of more than {@value #RUNS_MAX} the oldest is forgotten, which is
 *     of a delivery that is long forgotten
 * @param floor below which no rollback goes
 */
public record Jobs(PVector<JobRun> runs, Optional<Floor> floor) {

  /** More than those of all deliveries that can be gone back to. */
  public static final int RUNS_MAX = 2000;

  static final Jobs NONE = new Jobs(TreePVector.empty(), Optional.empty());

  /**
   * The delivery whose job cannot be taken back, and that job.
   *
   * @param lowest the number of the earliest delivery that may be in force after it
   */
  public record Floor(DeliveryId delivery, JobRun.Key job, int lowest) {

    /** Whether a delivery must not come back any more. */
    public boolean isAbove(DeliveryId id) {
      return id.number() < lowest;
    }

    /** Why what was before it cannot be gone back to. */
    public Reason reason() {
      return new Reason(
          "below-floor",
          "Job %s of %s has run and cannot be taken back, so nothing from before %s comes back. Deliver something newer."
              .formatted(job, delivery, lowest == delivery.number() ? "it" : "#" + lowest));
    }
  }

  /** What became of a job; it is due where nothing is known of it. */
  public Optional<JobRun> of(DesiredJob job) {
    return of(JobRun.Key.of(job));
  }

  private Optional<JobRun> of(JobRun.Key key) {
    return runs.stream().filter(run -> run.key().equals(key)).findFirst();
  }

  /** Those whose end is known, and not written down. */
  public List<JobRun> told() {
    return runs.stream()
        .filter(
            run -> run.stage() == JobStage.TOLD_SUCCEEDED || run.stage() == JobStage.TOLD_FAILED)
        .toList();
  }

  /** The one that was ordered for a delivery and has not ended; nobody knows, or it runs. */
  public Optional<JobRun> open(DeliveryId delivery) {
    return runs.stream()
        .filter(run -> run.delivery().equals(delivery))
        .filter(run -> run.stage() == JobStage.BEGUN || run.stage() == JobStage.UNKNOWN)
        .findFirst();
  }

  Jobs ordered(
      DeliveryId delivery, DesiredJob job, TargetName target, int attempt, Instant deadline) {
    JobRun due =
        new JobRun(
            JobRun.Key.of(job),
            job.irreversible(),
            of(job).map(JobRun::stage).orElse(JobStage.DUE),
            delivery,
            target,
            attempt,
            deadline,
            Optional.empty(),
            job.compatible());
    return with(due.heard(News.ORDER_ISSUED, Optional.empty()));
  }

  Jobs heard(DesiredJob job, News news, Optional<Reason> why) {
    return of(job).map(run -> with(run.heard(news, why))).orElse(this);
  }

  /** What is said of it counts for this delivery, which needs it now. */
  Jobs decided(DeliveryId delivery, DesiredJob job, News news, Optional<Reason> why) {
    return of(job)
        .map(run ->
            new JobRun(
                run.key(),
                run.irreversible(),
                run.stage(),
                delivery,
                run.target(),
                run.attempt(),
                run.deadline(),
                run.because(),
                run.compatible()))
        .map(run -> with(run.heard(news, why)))
        .orElse(this);
  }

  Jobs ended(JobEnded entry) {
    JobRun.Key key = new JobRun.Key(entry.job(), entry.version());
    Jobs ended = of(key).map(run -> with(run.heard(News.ENDED, entry.failed()))).orElse(this);
    return entry.succeeded() && entry.irreversible()
        ? ended.floored(new Floor(entry.delivery(), key, entry.lowest()))
        : ended;
  }

  private Jobs floored(Floor higher) {
    boolean rises = floor.filter(present -> present.lowest() >= higher.lowest()).isEmpty();
    return rises ? new Jobs(runs, Optional.of(higher)) : this;
  }

  private Jobs with(JobRun changed) {
    PVector<JobRun> others =
        runs.minusAll(runs.stream().filter(run -> run.key().equals(changed.key())).toList());
    PVector<JobRun> all = others.plus(changed);
    return new Jobs(all.size() > RUNS_MAX ? all.minus(0) : all, floor);
  }
}
