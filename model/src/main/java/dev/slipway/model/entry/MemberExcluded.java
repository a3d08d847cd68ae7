package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.TargetName;

/**
 * Somebody said that a rollout goes on without a target of which nothing was heard; it gets what is
 * in force when it is back.
 */
public record MemberExcluded(DeliveryId delivery, TargetName target, ActorId by) implements Entry {}
