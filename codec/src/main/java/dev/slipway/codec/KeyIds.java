package dev.slipway.codec;

import dev.slipway.model.KeyId;
import dev.slipway.model.PublicKey;
import java.nio.charset.StandardCharsets;

/** Names public keys. Stateless; thread-safe. */
public final class KeyIds {

  private static final int DIGITS = 32;

  private KeyIds() {}

  /** {@code k-} and the first half of the SHA-256 of the key's text. */
  public static KeyId of(PublicKey key) {
    byte[] text = key.base64().getBytes(StandardCharsets.US_ASCII);
    return new KeyId("k-" + Digests.sha256(text).hex().substring(0, DIGITS));
  }
}
