package dev.slipway.codec;

import dev.slipway.codec.shape.Json;
import dev.slipway.codec.shape.Undecodable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The history of every entry type's form. Immutable; thread-safe. */
final class Upcasters {

  /** Every upcaster that there has ever been; none is ever taken out. */
  static final Upcasters ALL = new Upcasters(List.of());

  private record Step(String type, int from) {}

  private final Map<Step, Upcaster> steps = new HashMap<>();
  private final Map<String, Integer> newest = new HashMap<>();

  Upcasters(List<Upcaster> upcasters) {
    for (Upcaster each : upcasters) {
      steps.put(new Step(each.type(), each.from()), each);
      newest.merge(each.type(), each.from() + 1, Math::max);
    }
  }

  /** The version in which a type is written today, from 1. */
  int versionOf(String type) {
    return newest.getOrDefault(type, 1);
  }

  /**
   * A payload in today's form.
   *
   * @throws Undecodable when it is newer than this program
   */
  Json lift(String type, int version, Json payload) {
    if (version > versionOf(type)) {
      throw new Undecodable("version", "was written by a newer Slipway; upgrade this one");
    }
    Json lifted = payload;
    for (int from = version; from < versionOf(type); from++) {
      Upcaster step = steps.get(new Step(type, from));
      if (step == null) {
        throw new Undecodable("version", "is none that there has ever been");
      }
      lifted = step.lift(lifted);
    }
    return lifted;
  }
}
