package dev.slipway.wire;

import java.time.Instant;

/** That a version of a secret is given to no agent any more. */
public record SecretRemoval(Actor by, Instant at) {}
