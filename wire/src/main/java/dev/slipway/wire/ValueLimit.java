package dev.slipway.wire;

/**
 * What a value may be, and who says so.
 *
 * @param allowed such as `1 to 10`
 */
public record ValueLimit(String allowed, ValueSource source) {}
