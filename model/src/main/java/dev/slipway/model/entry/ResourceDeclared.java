package dev.slipway.model.entry;

import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ResourceDefinition;

/** A resource exists, or has another owner, from here on. */
public record ResourceDeclared(ResourceDefinition definition, Origin origin) implements Entry {}
