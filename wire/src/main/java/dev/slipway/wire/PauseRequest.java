package dev.slipway.wire;

/** Why nothing new is to start. */
public record PauseRequest(String because) {}
