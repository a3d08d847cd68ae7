package dev.slipway.runtime;

import dev.slipway.model.Reason;
import dev.slipway.model.definition.SecretReference;

/** Finds the values of secrets at this target. Thread-safe; may take a while. */
@FunctionalInterface
public interface SecretValues {

  /** There are none. */
  SecretValues NONE =
      reference -> {
        throw new SecretMissing(
            new Reason(
                "secret-missing",
                "Nothing here holds the secret %s.".formatted(reference.words())));
      };

  /** The value, which from now on is hidden in all that leaves the target. */
  String of(SecretReference reference) throws SecretMissing;
}
