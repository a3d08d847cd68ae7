package dev.slipway.wire;

import java.time.Instant;

/**
 * A repository that cannot be read. It is tried again and again, and webhooks are remembered
 * meanwhile.
 */
public record SourceTrouble(Reason because, Instant since) {}
