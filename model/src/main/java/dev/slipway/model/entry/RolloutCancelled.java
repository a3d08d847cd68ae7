package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;

/** A cancelled rollout has ended: no step of it can start any more, at any of its members. */
public record RolloutCancelled(DeliveryId delivery, Reason because) implements Entry {}
