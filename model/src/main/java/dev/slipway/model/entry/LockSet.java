package dev.slipway.model.entry;

import dev.slipway.model.guardrail.Lock;

/** A scope is locked from now on. */
public record LockSet(Lock lock) implements Entry {}
