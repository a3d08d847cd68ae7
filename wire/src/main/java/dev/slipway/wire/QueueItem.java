package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A shipment that waits.
 *
 * @param place from 1
 */
public record QueueItem(
    String application,
    String environment,
    int place,
    String shipment,
    String sha,
    Optional<String> ref,
    MadeBy madeBy,
    Reason because,
    Optional<String> wayOut,
    Instant queuedAt) {}
