package dev.slipway.runtime.process;

import java.time.Duration;
import java.util.Optional;

/**
 * What the visits to one process found. Times are those of {@link System#nanoTime}. Immutable.
 *
 * @param visiting whether a visit is under way
 * @param visited when the last visit began; empty before the first
 * @param bad how many answers in a row were bad
 * @param badSince when the visit with the first of them began
 * @param cut how much of its output was given back to the disk, in bytes
 */
record Findings(boolean visiting, Optional<Long> visited, int bad, long badSince, long cut) {

  static final Findings NONE = new Findings(false, Optional.empty(), 0, 0, 0);

  boolean isDue(long now, Duration every) {
    return !visiting && visited.filter(last -> now - last < every.toNanos()).isEmpty();
  }

  Findings begun(long now) {
    return new Findings(true, Optional.of(now), bad, badSince, cut);
  }

  Findings ended(boolean well, long cutSoFar) {
    return well
        ? new Findings(false, visited, 0, 0, cutSoFar)
        : new Findings(false, visited, bad + 1, bad == 0 ? begun() : badSince, cutSoFar);
  }

  boolean isUnwell(Rounds.Pace pace) {
    return bad >= pace.answers() && begun() - badSince >= pace.span().toNanos();
  }

  private long begun() {
    return visited.orElse(0L);
  }
}
