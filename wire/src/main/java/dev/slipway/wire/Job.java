package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An effect that a delivery has once.
 *
 * @param compatible whether the delivery that was in force before may come back all the same
 * @param target who was chosen to run it; absent where it was not run for this delivery
 * @param because why it failed or is not known
 */
public record Job(
    String name,
    String version,
    JobTime when,
    boolean irreversible,
    boolean compatible,
    List<String> words,
    JobState state,
    Optional<String> target,
    Optional<Reason> because,
    Optional<Instant> since) {
  public Job {
    words = List.copyOf(words);
  }
}
