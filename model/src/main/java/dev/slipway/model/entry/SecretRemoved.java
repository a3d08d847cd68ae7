package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.SecretName;

/** A version of a secret is given to no agent any more. */
public record SecretRemoved(EnvironmentName environment, SecretName secret, int version, ActorId by)
    implements Entry {}
