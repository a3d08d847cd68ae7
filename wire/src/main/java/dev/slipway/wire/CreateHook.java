package dev.slipway.wire;

/** Who will send. */
public record CreateHook(HookKind kind) {}
