package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;

/** A paused placement goes on where it was. */
public record PlacementResumed(Placement placement, ActorId by) implements Entry {}
