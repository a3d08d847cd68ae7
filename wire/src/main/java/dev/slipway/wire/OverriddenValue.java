package dev.slipway.wire;

/** Something that was said of a value, and does not count. */
public record OverriddenValue(String value, ValueSource source) {}
