package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * At which version a resource is.
 *
 * @param environment where; absent for everywhere
 */
public record ResourceVersion(Optional<String> environment, String version, Actor by, Instant at) {}
