package dev.slipway.model.entry;

import dev.slipway.model.layer.OverlayRevision;

/** An overlay is so from now on. */
public record OverlayDeclared(OverlayRevision revision) implements Entry {}
