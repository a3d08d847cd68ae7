package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.Sha;

/**
 * Someone says that a commit mends what was rolled back: commits that contain it are held no more.
 */
public record HoldFixed(Placement placement, Sha fixedBy, ActorId by) implements Entry {}
