package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;
import java.util.Optional;

/**
 * Somebody gave a shipment that waits another place in its queue.
 *
 * @param before who waits right behind it from now on; absent when it is the last
 */
public record ShipmentMoved(
    Placement placement, ShipmentId shipment, Optional<ShipmentId> before, ActorId by)
    implements Entry {}
