package dev.slipway.runtime.secrets;

import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;

/** Secrets that are sealed to the key of the environment. Thread-safe; may take a while. */
@FunctionalInterface
public interface SealedValues {

  /** There are none. */
  SealedValues NONE =
      reference -> {
        throw SecretSources.missing(reference, "cannot be opened: there is no key here.");
      };

  byte[] of(SecretReference.Sealed reference) throws SecretMissing;
}
