package dev.slipway.engine.rollout;

import dev.slipway.model.definition.Portion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many targets follow one another. Where nobody says how many may be reached at once, the first
 * is alone, and then never more are reached than have come through; so nothing reaches all in one
 * step where there are several, and a thousand take eleven waves.
 */
final class Waves {

  private Waves() {}

  /** One after the other. */
  static List<Integer> oneByOne(int targets) {
    return bounded(targets, 1);
  }

  /** All at once. */
  static List<Integer> together(int targets) {
    return bounded(targets, Math.max(1, targets));
  }

  static List<Integer> of(int targets, Optional<Portion> atOnce) {
    return atOnce
        .map(portion -> bounded(targets, Math.max(1, portion.of(targets))))
        .orElseGet(() -> doubling(targets));
  }

  private static List<Integer> bounded(int targets, int size) {
    List<Integer> waves = new ArrayList<>();
    for (int left = targets; left > 0; left -= size) {
      waves.add(Math.min(left, size));
    }
    return List.copyOf(waves);
  }

  private static List<Integer> doubling(int targets) {
    List<Integer> waves = new ArrayList<>();
    int through = 0;
    while (through < targets) {
      int wave = Math.min(targets - through, Math.max(1, through));
      waves.add(wave);
      through += wave;
    }
    return List.copyOf(waves);
  }
}
