package dev.slipway.wire;

/**
 * How many people have to approve, and whose word counts.
 *
 * @param seconds how long an approval counts
 */
public record BallotRules(int of, Role role, boolean selfAllowed, long seconds) {}
