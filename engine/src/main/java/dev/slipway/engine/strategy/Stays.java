package dev.slipway.engine.strategy;

import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.Stay.Decision;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts together what several services ask for at one step. */
final class Stays {

  /** Who answers sooner; of those the one that goes back. */
  private static final Comparator<Decision> SOONER =
      Comparator.comparing(Decision::within).thenComparing(Decision::otherwise);

  private Stays() {}

  /** The longer time, and the sooner decision. */
  static Stay both(Stay one, Stay other) {
    Optional<Duration> time =
        Stream.concat(one.time().stream(), other.time().stream()).max(Comparator.naturalOrder());
    Optional<Decision> decision =
        Stream.concat(one.decision().stream(), other.decision().stream()).min(SOONER);
    return new Stay(time, decision);
  }
}
