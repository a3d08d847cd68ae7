package dev.slipway.model.entry;

/** From here on entries of this format may be written; all replicas understand it. */
public record FormatRaised(int format) implements Entry {}
