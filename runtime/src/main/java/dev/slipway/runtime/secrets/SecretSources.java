package dev.slipway.runtime.secrets;

import dev.slipway.model.Reason;
import dev.slipway.model.SecretValue;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.SecretValues;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * All places of a target where secrets are found. A value that could not be hidden in logs, because
 * it is too short or too long, is not given out.
 *
 * @param files those of a folder
 * @param variables those of the agent that are allowed
 * @param programs those that answer with a value
 * @param store the one elsewhere
 * @param sealed those that the server keeps and cannot open
 */
public record SecretSources(
    SecretFiles files,
    AllowedVariables variables,
    SecretPrograms programs,
    SecretStore store,
    SealedValues sealed)
    implements SecretValues {

  @Override
  public String of(SecretReference reference) throws SecretMissing {
    byte[] value =
        SecretValue.trimmed(
            switch (reference) {
              case SecretReference.File file -> files.of(file);
              case SecretReference.Variable variable -> variables.of(variable);
              case SecretReference.Program program -> programs.of(program);
              case SecretReference.Vault vault -> store.of(vault);
              case SecretReference.Sealed one -> sealed.of(one);
              case SecretReference.Parameter said ->
                  throw missing(said, "is in no store: its delivery did not say which one it is.");
            });
    Optional<String> unfit = SecretValue.unfit(value);
    if (unfit.isPresent()) {
      throw new SecretMissing(
          new Reason(
              "secret-unfit",
              "The secret %s %s.".formatted(reference.words(), unfit.orElseThrow())));
    }
    return new String(value, StandardCharsets.UTF_8);
  }

  /** That a value cannot be had, in a sentence that goes on after the reference. */
  public static SecretMissing missing(SecretReference reference, String why) {
    return new SecretMissing(
        new Reason("secret-missing", "The secret %s %s".formatted(reference.words(), why)));
  }
}
