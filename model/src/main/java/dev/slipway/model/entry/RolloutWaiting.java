package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;

/** A rollout waits, for something else than before. */
public record RolloutWaiting(DeliveryId delivery, Reason because) implements Entry {}
