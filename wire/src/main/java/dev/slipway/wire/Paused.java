package dev.slipway.wire;

import java.time.Instant;

/** Who paused it, and why. */
public record Paused(Actor by, String because, Instant at) {}
