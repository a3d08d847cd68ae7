package dev.slipway.loop.door;

import dev.slipway.model.ActorId;
import java.time.Instant;
import java.util.Optional;

/** When agents were last heard. Thread-safe. */
@FunctionalInterface
public interface Attendance {

  Optional<Instant> lastHeard(ActorId agent);
}
