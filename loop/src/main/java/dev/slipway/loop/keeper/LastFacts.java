package dev.slipway.loop.keeper;

import dev.slipway.model.need.Fact;
import dev.slipway.source.Recent;
import java.time.Instant;
import java.util.Optional;

/**
 * The last answer to each question, of those used last. Whoever asks says how old it may be, so
 * that what several wait for is asked once. Thread-safe.
 */
final class LastFacts<Q> {

  private final Recent<Q, Fact> facts = new Recent<>();

  /** The answer, if it is from no earlier than this. */
  Optional<Fact> since(Q question, Instant earliest) {
    return facts.get(question).filter(fact -> !fact.at().isBefore(earliest));
  }

  /** Keeps an answer, unless a later one is there. */
  synchronized void remember(Q question, Fact fact) {
    if (facts.get(question).filter(known -> known.at().isAfter(fact.at())).isEmpty()) {
      facts.put(question, fact);
    }
  }
}
