package dev.slipway.wire;

import java.time.Instant;

/**
 * What a run acts with for a while.
 *
 * @param token the id of who acts
 * @param name of who acts: repository, ref and run, as its token says
 * @param secret shown this once
 * @param expiresAt when it counts no more, by itself
 */
public record TokenExchanged(
    String token, String name, Role role, ScopeRef scope, String secret, Instant expiresAt) {}
