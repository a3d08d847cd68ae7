package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a secret; of its value the server knows nothing.
 *
 * @param by who set it
 * @param newest whether none came after it
 * @param removed who removed it, if it was removed
 */
public record SecretVersion(
    String secret,
    int version,
    Actor by,
    Instant at,
    boolean newest,
    Optional<SecretRemoval> removed) {}
