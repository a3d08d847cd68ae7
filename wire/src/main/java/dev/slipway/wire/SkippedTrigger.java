package dev.slipway.wire;

/** A trigger that shipped nothing, and why. */
public record SkippedTrigger(String trigger, Reason because) {}
