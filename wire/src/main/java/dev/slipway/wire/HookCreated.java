package dev.slipway.wire;

/** An address with its secret. */
public record HookCreated(Hook hook, String secret) {}
