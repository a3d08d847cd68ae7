package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * One way in which a target is other than it should be.
 *
 * @param code stable and searchable
 * @param application which one it is about, where it is about one
 * @param since when it was first seen so
 */
public record Deviation(
    String code, String sentence, Optional<String> application, Optional<Instant> since) {}
