package dev.slipway.wire;

/** What became of it. */
public record SettleRequest(String target, Verdict verdict) {}
