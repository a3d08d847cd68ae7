package dev.slipway.model.entry;

import dev.slipway.model.state.Delivery;

/** A delivery exists; its shipment was at the head of the queue. */
public record DeliveryMade(Delivery delivery) implements Entry {}
