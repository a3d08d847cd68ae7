package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a shipment stands at the end of a span.
 *
 * @param number the delivery that it became
 */
public record WhatIfStop(
    StopState state,
    Optional<Integer> number,
    Optional<Instant> queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt) {}
