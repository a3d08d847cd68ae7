package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;

/** From here on nothing new is ordered of a target, until someone resumes it. */
public record TargetPaused(TargetId target, Remark because, ActorId by) implements Entry {}
