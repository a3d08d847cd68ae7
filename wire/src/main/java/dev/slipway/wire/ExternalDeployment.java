package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A deployment that another tool made, as it was recorded.
 *
 * @param id what the tool calls it
 * @param url where people read about it; http or https
 * @param recordedBy on whose word
 * @param position of the entry that records it
 */
public record ExternalDeployment(
    String application,
    String environment,
    String sha,
    String tool,
    String id,
    ExternalOutcome outcome,
    Optional<Instant> startedAt,
    Instant endedAt,
    Optional<String> url,
    Actor recordedBy,
    Instant recordedAt,
    long position) {}
