package dev.slipway.loop.pulls;

import dev.slipway.model.Position;
import dev.slipway.model.Sha;
import dev.slipway.model.StreamKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What a comment is to be said of. Immutable.
 *
 * @param head the commit that the pull request would bring
 * @param versions how far that was written of which it tells
 */
record Turn(At at, Sha head, Wanted wanted, Map<StreamKey, Position> versions) {

  /** How often at most a comment is looked at again while its commit stays the same. */
  private static final Duration AGAIN = Duration.ofMinutes(10);

  Turn {
    versions = Map.copyOf(versions);
  }

  /** Where a comment is. */
  record At(Watched where, int number, String context) {
    /** Under which it is found again. */
    String name() {
      return where.organisation() + "/" + context;
    }
  }

  /**
   * A turn that was taken.
   *
   * @param isPassing whether what was said may become another by itself
   */
  record Taken(Turn turn, Instant when, boolean isPassing) {

    /** Whether another one is to be taken: at once for another commit, after a while otherwise. */
    boolean isOver(Turn next, Instant now) {
      if (!turn.head().equals(next.head()) || !turn.wanted().equals(next.wanted())) {
        return true;
      }
      boolean rested = !now.isBefore(when.plus(AGAIN)) || now.isBefore(when);
      return rested && (isPassing || !turn.versions().equals(next.versions()));
    }
  }
}
