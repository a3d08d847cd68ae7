package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Placement;
import dev.slipway.model.Remark;

/** From here on no rollout and no next step starts here, until someone resumes it. */
public record PlacementPaused(Placement placement, Remark because, ActorId by) implements Entry {}
