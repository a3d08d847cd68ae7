package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.SecretName;

/**
 * A secret has a further version, which the server cannot open.
 *
 * @param key to which it is sealed
 * @param sealed the digest of what is sealed, never of the value
 */
public record SecretSealed(
    EnvironmentName environment,
    SecretName secret,
    int version,
    EnvironmentKey key,
    Digest sealed,
    ActorId by)
    implements Entry {}
