package dev.slipway.wire;

/** Without which target a delivery goes on. */
public record ExcludeRequest(String target) {}
