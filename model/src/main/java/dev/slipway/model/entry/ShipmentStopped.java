package dev.slipway.model.entry;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;

/** A shipment travels no further along its route. */
public record ShipmentStopped(ShipmentId shipment, EnvironmentName at, Reason because)
    implements Entry {}
