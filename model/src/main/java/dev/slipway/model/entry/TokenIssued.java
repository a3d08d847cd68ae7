package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;

/** A token acts with a role from now on. */
public record TokenIssued(ActorId token, Role role, Scope scope) implements Entry {}
