package dev.slipway.wire;

/** That the server answers. */
public record Healthz(String status) {}
