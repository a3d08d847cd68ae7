package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.ShipmentId;

/** Someone wants what a rollback kept away; the hold of that rollback is no more. */
public record HoldLifted(Placement placement, ShipmentId rollback, ActorId by) implements Entry {}
