package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * What one instance of a service wrote.
 *
 * @param id names it within its delivery
 * @param attempt counts what was started for the service at the target, from 1
 * @param first the offset of the first byte that is still kept
 * @param size how many bytes there ever were, which is where the next comes
 * @param dropped how many bytes were given up before they arrived here, or as the oldest of too
 *     many
 * @param finished whether nothing more comes
 * @param changedAt when the last of it arrived
 * @param removedAt when all of it was removed
 */
public record Log(
    String id,
    String target,
    String service,
    String instance,
    int attempt,
    long first,
    long size,
    long dropped,
    boolean finished,
    Instant changedAt,
    Optional<Instant> removedAt) {}
