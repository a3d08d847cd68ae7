package dev.slipway.model.entry;

import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Revision;

/** A policy is so from now on. */
public record PolicyDeclared(Revision<PolicyDefinition> revision) implements Entry {}
