package dev.slipway.model.entry;

import dev.slipway.model.ActorId;

/** They are let in no more, and what was given to them counts no more. */
public record TrustWithdrawn(ActorId trust) implements Entry {}
