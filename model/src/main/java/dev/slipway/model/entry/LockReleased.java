package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Scope;
import dev.slipway.model.guardrail.LockId;

/** A lock ended before its time, or had none. */
public record LockReleased(LockId lock, Scope scope, ActorId by) implements Entry {}
