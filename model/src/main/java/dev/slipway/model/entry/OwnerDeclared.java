package dev.slipway.model.entry;

import dev.slipway.model.definition.Origin;
import dev.slipway.model.layer.OwnerDefinition;

/** An owner may write this from now on. */
public record OwnerDeclared(OwnerDefinition definition, Origin origin) implements Entry {}
