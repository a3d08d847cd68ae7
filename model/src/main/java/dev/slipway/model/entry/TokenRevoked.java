package dev.slipway.model.entry;

import dev.slipway.model.ActorId;

/** A token acts no more. */
public record TokenRevoked(ActorId token) implements Entry {}
