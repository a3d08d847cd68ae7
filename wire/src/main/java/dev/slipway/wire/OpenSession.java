package dev.slipway.wire;

/** What to log in with. */
public record OpenSession(String secret) {}
