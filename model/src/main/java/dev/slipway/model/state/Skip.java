package dev.slipway.model.state;

import dev.slipway.model.Sha;

/** A delivery that a rollback goes back behind. */
public record Skip(int number, Sha sha) {}
