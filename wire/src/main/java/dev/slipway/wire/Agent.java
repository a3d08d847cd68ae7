package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/** The process that acts at a target. */
public record Agent(String id, Instant enrolledAt, Optional<Instant> lastHeard) {}
