package dev.slipway.wire;

import java.util.Optional;

/**
 * What a token may do.
 *
 * @param name 1 to 80 characters, for people
 */
public record CreateToken(String name, Role role, Optional<ScopeRef> scope) {}
