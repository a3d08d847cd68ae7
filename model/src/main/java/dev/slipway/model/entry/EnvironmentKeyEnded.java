package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.EnvironmentName;

/** Nothing more is sealed to this key; what was, only agents can open that have it. */
public record EnvironmentKeyEnded(EnvironmentName environment, EnvironmentKey key, ActorId by)
    implements Entry {}
