package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;

/** Every member holds the delivery; it is in force. */
public record RolloutSettled(DeliveryId delivery) implements Entry {}
