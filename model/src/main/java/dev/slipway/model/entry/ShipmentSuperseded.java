package dev.slipway.model.entry;

import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;

/** A waiting shipment gave its place to a newer one, and never comes back. */
public record ShipmentSuperseded(Placement placement, ShipmentId shipment, ShipmentId by)
    implements Entry {}
