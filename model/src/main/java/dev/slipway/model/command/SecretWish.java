package dev.slipway.model.command;

import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.SecretName;

/** What is wished for the secrets that are sealed to an environment's key. */
public sealed interface SecretWish {

  EnvironmentName environment();

  /** Let a key that an agent made be the environment's, if it has none. */
  record OfferKey(EnvironmentName environment, EnvironmentKey key, ActorId agent)
      implements SecretWish {}

  /** Let the next agent that is asked make another key, to which all is sealed from then on. */
  record EndKey(EnvironmentName environment) implements SecretWish {}

  /**
   * Keep a version of a secret.
   *
   * @param version the one after the newest that there ever was
   * @param key to which it is sealed
   * @param sealed the digest of what only the environment's agents can open
   */
  record Seal(
      EnvironmentName environment,
      SecretName secret,
      int version,
      EnvironmentKey key,
      Digest sealed)
      implements SecretWish {}

  /** Give a version to no agent any more. */
  record Remove(EnvironmentName environment, SecretName secret, int version)
      implements SecretWish {}
}
