package dev.slipway.engine.guardrail;

import dev.slipway.model.Role;

/**
 * Something that would help what waits.
 *
 * @param least the least role that it takes, there
 * @param who may do it, in words that name nobody
 * @param command the exact command
 */
public record Way(Role least, String who, String command) {}
