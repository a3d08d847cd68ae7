package dev.slipway.model.entry;

import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;

/** A shipment stands in the queue of one environment. */
public record ShipmentQueued(Placement placement, ShipmentId shipment) implements Entry {}
