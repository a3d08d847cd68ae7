package dev.slipway.engine.fold;

import dev.slipway.model.definition.Origin;
import dev.slipway.model.layer.OwnerDefinition;

/** An owner as it is declared now. */
public record OwnerState(OwnerDefinition definition, Origin origin) {}
