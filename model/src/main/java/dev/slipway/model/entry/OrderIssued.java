package dev.slipway.model.entry;

import dev.slipway.model.DeliveryId;
import dev.slipway.model.Digest;
import dev.slipway.model.Slot;

/**
 * One slot has an order; its fence is this entry's position, and only an order whose body has this
 * digest is this order.
 *
 * @param step from 1; 0 is the way back to what was in force before
 */
public record OrderIssued(DeliveryId delivery, Slot slot, int step, int attempt, Digest body)
    implements Entry {}
