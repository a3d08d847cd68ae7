package dev.slipway.model.guardrail;

import dev.slipway.model.Link;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A check of a commit, as it was reported.
 *
 * @param at since when it is so, as whoever ran it says
 */
public record Check(
    CheckName name,
    CheckState state,
    Optional<CheckNote> description,
    Optional<Link> url,
    Instant at) {

  public Check {
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }

  /** Whether it tells of a later time, or of the same time and counts more. */
  public boolean isNewerThan(Check other) {
    int later = at.compareTo(other.at);
    return later > 0 || (later == 0 && state.compareTo(other.state) > 0);
  }

  /** Whether it says the same, be it of another time. */
  public boolean saysWhat(Check other) {
    return state == other.state && description.equals(other.description) && url.equals(other.url);
  }
}
