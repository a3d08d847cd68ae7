package dev.slipway.simulator.planted;

import dev.slipway.simulator.Run;
import dev.slipway.simulator.Run.Result;
import java.util.List;
import java.util.Optional;

/**
 * The search for the first seed in which a break's own law notices it; that seed, in the same
 * weather with nothing broken, has to pass.
 *
 * @param killer the seed; absent when none of them showed the break
 * @param seeds how many were looked at
 * @param innocent what was against a law where nothing was broken; empty, or there is a real
 *     mistake
 */
public record Hunt(Planted planted, Optional<Long> killer, long seeds, List<String> innocent) {

  public static Hunt of(Planted planted, long first, int count) {
    for (long seed = first; seed < first + count; seed++) {
      if (Run.of(planted.at(seed)).laws().contains(planted.lawName())) {
        Result whole = Run.of(planted.whole(seed));
        return new Hunt(planted, Optional.of(seed), seed - first + 1, whole.laws());
      }
    }
    return new Hunt(planted, Optional.empty(), count, List.of());
  }

  /** All breaks, on all cores. */
  public static List<Hunt> all(long first, int count) {
    return Planted.all().parallelStream().map(planted -> of(planted, first, count)).toList();
  }

  public boolean isKilled() {
    return killer.isPresent() && innocent.isEmpty();
  }
}
