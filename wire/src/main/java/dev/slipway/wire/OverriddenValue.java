package dev.slipway.wire;

import java.util.Optional;

/**
 * Something that was said of a value, and does not count.
 *
 * @param value absent of variables
 */
public record OverriddenValue(Optional<String> value, ValueSource source) {}
