package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A shipment that waits.
 *
 * @param place from 1
 * @param notBefore the time that it waits for, where it does
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
    Optional<Instant> notBefore,
    Instant queuedAt) {}
