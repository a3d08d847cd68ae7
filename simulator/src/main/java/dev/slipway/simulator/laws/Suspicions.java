package dev.slipway.simulator.laws;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What looks as if it came too early by the ledger's time, until it is known that no clock was set
 * just then. What somebody decided by a clock that was set back before it was written stands at an
 * earlier time than it was decided at, so around such a moment nothing is held against it.
 */
final class Suspicions {

  /** Longer than from an entry to the next look. */
  private static final Duration AROUND = Duration.ofSeconds(3);

  private final List<String> waiting = new ArrayList<>();

  void add(String against) {
    waiting.add(against);
  }

  /** Those that hold; each is told once. */
  List<String> held(Standing standing) {
    boolean disturbed = standing.undisturbedSince().isAfter(standing.now().minus(AROUND));
    List<String> against = disturbed ? List.of() : List.copyOf(waiting);
    waiting.clear();
    return against;
  }
}
