package dev.slipway.wire;

/** An address for a sender. */
public record Hook(String id, HookKind kind, String path) {}
