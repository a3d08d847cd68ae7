package dev.slipway.codec;

import dev.slipway.model.PublicKey;
import java.util.Base64;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Verifies Ed25519 signatures (RFC 8032). Stateless; thread-safe. */
public final class Signatures {

  private Signatures() {}

  /**
   * Whether {@code signature} is the key's signature over the message. A key or a signature that is
   * none verifies nothing; that is no error.
   */
  public static boolean verify(PublicKey key, byte[] message, byte[] signature) {
    if (signature.length != Ed25519.SIGNATURE_SIZE) {
      return false;
    }
    byte[] raw;
    try {
      raw = Base64.getDecoder().decode(key.base64());
    } catch (IllegalArgumentException e) {
      return false;
    }
    return raw.length == Ed25519.PUBLIC_KEY_SIZE
        && Ed25519.validatePublicKeyFull(raw, 0)
        && Ed25519.verify(signature, 0, raw, 0, message, 0, message.length);
  }
}
