package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;

/** Somebody said that a rollout goes on from a step where it was asked of people. */
public record StepContinued(DeliveryId delivery, int step, ActorId by) implements Entry {}
