package dev.slipway.wire;

/** What answers. */
public record Version(String version, String api) {}
