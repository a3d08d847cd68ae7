package dev.slipway.model.external;

import dev.slipway.model.Link;
import dev.slipway.model.Placement;
import dev.slipway.model.Sha;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A deployment that another tool made, as it was recorded. It says what somebody says, and wishes
 * for nothing. Times are whole milliseconds.
 *
 * @param started when it began, where that was told
 * @param ended when it was over
 * @param link where people read about it
 */
public record ExternalDeployment(
    Placement placement,
    Sha sha,
    ExternalRun run,
    ExternalOutcome outcome,
    Optional<Instant> started,
    Instant ended,
    Optional<Link> link) {

  public ExternalDeployment {
    started = started.map(at -> at.truncatedTo(ChronoUnit.MILLIS));
    ended = ended.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Whether the tool says that what it brought is there. */
  public boolean succeeded() {
    return outcome == ExternalOutcome.SUCCEEDED;
  }

  /** Whether a report says nothing that is not recorded here; what it leaves open says nothing. */
  public boolean says(ExternalReport told) {
    return told.placement().equals(placement)
        && told.sha().equals(sha)
        && told.run().equals(run)
        && told.outcome() == outcome
        && told.link().equals(link)
        && told.ended().filter(at -> !at.equals(ended)).isEmpty()
        && told.started().filter(at -> !started.equals(Optional.of(at))).isEmpty();
  }
}
