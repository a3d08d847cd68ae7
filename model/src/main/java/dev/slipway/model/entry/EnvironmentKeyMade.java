package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.EnvironmentName;

/** Secrets of an environment are sealed to this key, whose private half its agents alone have. */
public record EnvironmentKeyMade(EnvironmentName environment, EnvironmentKey key, ActorId agent)
    implements Entry {}
