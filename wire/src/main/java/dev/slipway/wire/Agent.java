package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * The process that acts at a target.
 *
 * @param version of its program, as it says
 */
public record Agent(
    String id,
    Instant enrolledAt,
    AgentState state,
    Optional<Instant> lastHeard,
    Optional<String> version) {}
