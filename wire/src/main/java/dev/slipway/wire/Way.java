package dev.slipway.wire;

/**
 * Something that would help what waits.
 *
 * @param who may do it
 * @param command the exact command
 */
public record Way(Role role, String who, String command) {}
