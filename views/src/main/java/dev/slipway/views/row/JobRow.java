package dev.slipway.views.row;

import dev.slipway.model.JobName;
import dev.slipway.model.JobVersion;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetName;
import dev.slipway.model.definition.JobTime;
import dev.slipway.model.state.DesiredJob;
import java.time.Instant;
import java.util.Optional;

/**
 * A job of a delivery.
 *
 * @param compatible whether the delivery that was in force before may come back all the same
 * @param target who was chosen to run it; absent where it was not run for this delivery
 * @param order where it was ordered last
 * @param because why it failed or is not known
 */
public record JobRow(
    JobName name,
    JobVersion version,
    JobTime time,
    boolean irreversible,
    boolean compatible,
    State state,
    Optional<TargetName> target,
    Optional<Position> order,
    Optional<Reason> because,
    Optional<Instant> since) {

  /** What became of it for this delivery. */
  public enum State {
    /** It was not run for this delivery: its turn has not come, or it had its effect before. */
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    UNKNOWN
  }

  static JobRow of(DesiredJob job) {
    return new JobRow(
        job.name(),
        job.version(),
        job.time(),
        job.irreversible(),
        job.compatible().isPresent(),
        State.PENDING,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public JobRow ordered(TargetName of, Position by, Instant at) {
    return new JobRow(
        name,
        version,
        time,
        irreversible,
        compatible,
        State.RUNNING,
        Optional.of(of),
        Optional.of(by),
        Optional.empty(),
        Optional.of(at));
  }

  public JobRow nowIn(State next, Optional<Reason> why, Instant at) {
    return new JobRow(
        name, version, time, irreversible, compatible, next, target, order, why, Optional.of(at));
  }
}
