package dev.slipway.runtime.secrets;

import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;

/** A store elsewhere that an agent asks for secrets. Thread-safe; may take a while. */
@FunctionalInterface
public interface SecretStore {

  /** There is none. */
  SecretStore NONE =
      reference -> {
        throw SecretSources.missing(reference, "cannot be asked for: there is no store here.");
      };

  byte[] of(SecretReference.Vault reference) throws SecretMissing;
}
