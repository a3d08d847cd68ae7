package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/** A fact seen. */
public record Event(
    long position,
    Instant at,
    String source,
    EventKind kind,
    String summary,
    String body,
    Settlement settlement,
    Optional<Reason> because) {}
