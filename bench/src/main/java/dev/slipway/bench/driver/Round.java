package dev.slipway.bench.driver;

/**
 * One round: how long until the command started, and until the waiting client was told;
 * nanoseconds.
 */
public record Round(long toStart, long toConverged) {}
