package dev.slipway.runtime.secrets;

import dev.slipway.model.Reason;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.SecretValues;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

  /** What shorter value cannot be told from anything else, in bytes. */
  public static final int LENGTH_MIN = 6;

  /** How long a value may be, in bytes. */
  public static final int LENGTH_MAX = 8192;

  @Override
  public String of(SecretReference reference) throws SecretMissing {
    byte[] value =
        trimmed(
            switch (reference) {
              case SecretReference.File file -> files.of(file);
              case SecretReference.Variable variable -> variables.of(variable);
              case SecretReference.Program program -> programs.of(program);
              case SecretReference.Vault vault -> store.of(vault);
              case SecretReference.Sealed one -> sealed.of(one);
            });
    if (value.length < LENGTH_MIN || value.length > LENGTH_MAX) {
      throw unfit(
          reference,
          "has %d bytes, and only values of %d to %d bytes can be hidden in logs"
              .formatted(value.length, LENGTH_MIN, LENGTH_MAX));
    }
    return text(reference, value);
  }

  /** The content without a line break at its end, which editors and programs add. */
  public static byte[] trimmed(byte[] content) {
    int length = content.length;
    if (length > 0 && content[length - 1] == '\n') {
      length--;
    }
    if (length > 0 && content[length - 1] == '\r') {
      length--;
    }
    return Arrays.copyOf(content, length);
  }

  private static String text(SecretReference reference, byte[] value) throws SecretMissing {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      if (text.indexOf('\0') < 0) {
        return text;
      }
    } catch (CharacterCodingException e) {
      // What is no text is told below, without what it is.
    }
    throw unfit(reference, "is no text, and an environment variable holds nothing else");
  }

  private static SecretMissing unfit(SecretReference reference, String why) {
    return new SecretMissing(
        new Reason("secret-unfit", "The secret %s %s.".formatted(reference.words(), why)));
  }

  /** That a value cannot be had, in a sentence that goes on after the reference. */
  public static SecretMissing missing(SecretReference reference, String why) {
    return new SecretMissing(
        new Reason("secret-missing", "The secret %s %s".formatted(reference.words(), why)));
  }
}
