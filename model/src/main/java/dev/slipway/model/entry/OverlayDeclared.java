package dev.slipway.model.entry;

import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Revision;

/** An overlay is so from now on. */
public record OverlayDeclared(Revision<OverlayDefinition> revision) implements Entry {}
