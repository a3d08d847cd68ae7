package dev.slipway.model.entry;

import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Origin;

/** An environment exists, or is declared anew. */
public record EnvironmentDeclared(EnvironmentDefinition definition, Origin origin)
    implements Entry {}
