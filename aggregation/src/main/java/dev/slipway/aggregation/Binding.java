package dev.slipway.aggregation;

import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Revision;

/** A limit, and the overlay that sets it. */
public record Binding(Revision<OverlayDefinition> overlay, Bound bound) {}
