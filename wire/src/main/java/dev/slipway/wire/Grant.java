package dev.slipway.wire;

/** A role and how far it reaches. */
public record Grant(Role role, ScopeRef scope) {}
