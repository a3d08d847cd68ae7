package dev.slipway.wire;

import java.util.Optional;

/**
 * What a value may be, and who says so.
 *
 * @param allowed such as `1 to 10`; absent of variables
 */
public record ValueLimit(Optional<String> allowed, ValueSource source) {}
