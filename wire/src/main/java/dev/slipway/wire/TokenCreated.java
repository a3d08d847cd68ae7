package dev.slipway.wire;

import java.util.Optional;

/**
 * A token with its secret.
 *
 * @param secret absent when the same Idempotency-Key had been used before
 */
public record TokenCreated(Token token, Optional<String> secret) {}
