package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/** The delivery in force. */
public record InForce(
    int number, String sha, Optional<String> ref, String shipment, Instant since) {}
