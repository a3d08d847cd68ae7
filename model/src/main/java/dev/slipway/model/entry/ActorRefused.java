package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;

/** An actor asked for what it may not do; repeated refusals of one kind are written once. */
public record ActorRefused(ActorId refused, String command, Reason because) implements Entry {}
