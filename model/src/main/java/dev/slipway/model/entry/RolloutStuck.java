package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;

/** A rollout cannot go on by itself; {@code wayOut} is the command that would make it go on. */
public record RolloutStuck(DeliveryId delivery, Reason because, String wayOut) implements Entry {}
