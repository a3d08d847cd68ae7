package dev.slipway.wire;

import java.time.Instant;

/** Why a delivery failed. */
public record LastFailure(int number, String sha, Reason because, Instant at) {}
