package dev.slipway.model.entry;

import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;

/** A shipment that waited goes together with a newer one, which brings all that it brought. */
public record ShipmentJoined(Placement placement, ShipmentId shipment, ShipmentId into)
    implements Entry {}
