package dev.slipway.wire;

import java.time.Instant;

/** Whoever holds its secret is this actor. */
public record Token(
    String id, String name, Role role, ScopeRef scope, boolean revoked, Instant issuedAt) {}
