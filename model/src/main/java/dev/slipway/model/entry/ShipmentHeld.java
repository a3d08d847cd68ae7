package dev.slipway.model.entry;

import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;

/**
 * A shipment stays in the queue because of a hold, and lets others pass; {@code wayOut} is the
 * command that would let it go on.
 */
public record ShipmentHeld(Placement placement, ShipmentId shipment, Reason because, String wayOut)
    implements Entry {}
