package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;

/** A rollout ended without reaching its delivery. */
public record RolloutFailed(DeliveryId delivery, Reason because) implements Entry {}
