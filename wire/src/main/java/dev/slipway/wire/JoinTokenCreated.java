package dev.slipway.wire;

import java.time.Instant;

/** A single-use secret. */
public record JoinTokenCreated(
    String environment, String target, String secret, Instant expiresAt) {}
