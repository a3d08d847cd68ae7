package dev.slipway.wire;

/** A delivery that a rollback goes back behind. */
public record Skip(int number, String sha) {}
