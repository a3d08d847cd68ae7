package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A deployment that another tool made.
 *
 * @param sha the full id of the commit that it brought
 * @param tool which tool, such as {@code jenkins}
 * @param id what the tool calls it; recorded once, however often it is sent
 * @param endedAt now unless told
 * @param url where people read about it; http or https, at most 500 characters
 */
public record ExternalRequest(
    String sha,
    String tool,
    String id,
    ExternalOutcome outcome,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<String> url) {}
