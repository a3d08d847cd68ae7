package dev.slipway.aggregation;

import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.OverlayRevision;

/** A limit, and the overlay that sets it. */
public record Binding(OverlayRevision overlay, Bound bound) {}
