package dev.slipway.model.entry;

import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.TargetDefinition;

/** A target exists in an environment, or is declared anew. */
public record TargetDeclared(TargetDefinition definition, Origin origin) implements Entry {}
