package dev.slipway.codec;

import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentKey;
import dev.slipway.model.SealedName;
import java.util.Base64;
import java.util.Optional;

/**
 * Values sealed to an environment's key, each as one version of one secret of one environment: put
 * in the place of another it does not open. Stateless; thread-safe.
 */
public final class SealedSecrets {

  private static final String PURPOSE = "slipway sealed secret v1";

  private SealedSecrets() {}

  /**
   * Seals a value.
   *
   * @throws IllegalArgumentException when the key is none
   */
  public static Bytes seal(EnvironmentKey key, SealedName name, byte[] value) {
    byte[] to = Base64.getDecoder().decode(key.base64());
    return Bytes.of(Hybrid.seal(to, PURPOSE, words(name), value));
  }

  /** The value; empty when it was sealed to another key, as another secret, or was changed. */
  public static Optional<byte[]> open(EnvironmentKeyPair key, SealedName name, Bytes sealed) {
    return Hybrid.open(sealed.toArray(), key.privateBytes(), PURPOSE, words(name));
  }

  /** No name holds a line break, so no two are the same words. */
  private static String words(SealedName name) {
    return String.join(
        "\n",
        name.organisation().value(),
        name.environment().value(),
        name.secret().value(),
        Integer.toString(name.version()));
  }
}
