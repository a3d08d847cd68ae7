package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/** What a trigger said of an event. */
public record Evaluation(
    long position,
    Instant at,
    String application,
    String trigger,
    boolean matched,
    Reason because,
    Optional<String> shipment) {}
