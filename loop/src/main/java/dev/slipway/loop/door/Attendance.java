package dev.slipway.loop.door;

import dev.slipway.model.ActorId;
import java.time.Instant;
import java.util.Optional;

/** When agents were last heard, and what they said they are. Thread-safe. */
@FunctionalInterface
public interface Attendance {

  /**
   * The last word of an agent.
   *
   * @param version of its program; empty when it said none
   */
  record Seen(Instant at, String version) {}

  Optional<Seen> lastHeard(ActorId agent);
}
