package dev.slipway.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the value of a secret may be, whether somebody sets it or an agent finds it: text that an
 * environment variable can hold, and of a length that can be hidden in logs. Stateless;
 * thread-safe.
 */
public final class SecretValue {

  /** What shorter value cannot be told from anything else, in bytes. */
  public static final int LENGTH_MIN = 6;

  /** How long a value may be, in bytes. */
  public static final int LENGTH_MAX = 8192;

  /** As many bytes as no value has with a line break at its end; who reads one stops there. */
  public static final int TOO_MANY = LENGTH_MAX + 3;

  /** How long a value may be once it is sealed, in bytes. */
  public static final int SEALED_LENGTH_MAX = 16 << 10;

  private SecretValue() {}

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

  /** Why a value is none that can be used, as what is said of it; never what it is. */
  public static Optional<String> unfit(byte[] value) {
    if (value.length < LENGTH_MIN || value.length > LENGTH_MAX) {
      return Optional.of(
          "has %d bytes, and only values of %d to %d bytes can be hidden in logs"
              .formatted(value.length, LENGTH_MIN, LENGTH_MAX));
    }
    return isText(value)
        ? Optional.empty()
        : Optional.of("is no text, and an environment variable holds nothing else");
  }

  private static boolean isText(byte[] value) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
      return text.indexOf('\0') < 0;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }
}
