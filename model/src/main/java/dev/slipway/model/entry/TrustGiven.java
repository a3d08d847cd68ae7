package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.trust.Trust;

/** Runs of a CI system are let in on these terms from now on. */
public record TrustGiven(ActorId trust, Trust terms) implements Entry {}
