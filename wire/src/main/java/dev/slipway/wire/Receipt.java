package dev.slipway.wire;

/** Proof that an event is remembered. */
public record Receipt(long position, boolean duplicate) {}
