package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.external.ExternalDeployment;

/** Somebody says that another tool deployed something. Nothing follows from it. */
public record ExternalRecorded(ExternalDeployment deployment, ActorId by) implements Entry {}
