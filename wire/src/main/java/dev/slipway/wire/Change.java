package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/** Something changed; list or get again what it names. */
public record Change(
    long position,
    Instant at,
    String type,
    Optional<String> application,
    Optional<String> environment,
    Optional<Integer> number,
    Optional<String> shipment,
    Optional<String> target,
    String summary) {}
