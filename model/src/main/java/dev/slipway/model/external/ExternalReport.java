package dev.slipway.model.external;

import dev.slipway.model.InvalidValue;
import dev.slipway.model.Link;
import dev.slipway.model.Placement;
import dev.slipway.model.Sha;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What somebody says of a deployment that another tool made. Times are whole milliseconds.
 *
 * @param started when it began, where that is told; never before the year 2000, nor after the end
 * @param ended when it was over; absent means now
 * @param link where people read about it
 */
public record ExternalReport(
    Placement placement,
    Sha sha,
    ExternalRun run,
    ExternalOutcome outcome,
    Optional<Instant> started,
    Optional<Instant> ended,
    Optional<Link> link) {

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  public ExternalReport {
    started = started.map(ExternalReport::checked);
    ended = ended.map(ExternalReport::checked);
    if (ended.isPresent() && started.filter(ended.get()::isBefore).isPresent()) {
      throw new InvalidValue("tool's deployment", "must not end before it starts");
    }
  }

  private static Instant checked(Instant at) {
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      throw new InvalidValue("time of a tool's deployment", "must lie between 2000 and 2200");
    }
    return at.truncatedTo(ChronoUnit.MILLIS);
  }
}
