package dev.slipway.wire;

/** One document found in the files. */
public record DocumentSummary(DocumentKind kind, String name, String digest) {}
