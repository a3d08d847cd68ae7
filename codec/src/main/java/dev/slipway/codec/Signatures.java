package dev.slipway.codec;

import dev.slipway.model.PublicKey;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/** Verifies Ed25519 signatures (RFC 8032). Thread-safe; the same question has the same answer. */
public final class Signatures {

  private static final int KNOWN_MAX = 20_000;

  /**
   * Keys that were found to be points of the right group, or none: finding out takes as long as
   * verifying, and an agent's key comes back with each of its requests.
   */
  private static final Map<PublicKey, Optional<PublicPoint>> KNOWN = new ConcurrentHashMap<>();

  private Signatures() {}

  /**
   * Whether {@code signature} is the key's signature over the message. A key or a signature that is
   * none verifies nothing; that is no error.
   */
  public static boolean verify(PublicKey key, byte[] message, byte[] signature) {
    return signature.length == Ed25519.SIGNATURE_SIZE
        && point(key)
            .filter(point -> Ed25519.verify(signature, 0, point, message, 0, message.length))
            .isPresent();
  }

  private static Optional<PublicPoint> point(PublicKey key) {
    if (KNOWN.size() >= KNOWN_MAX) {
      KNOWN.clear();
    }
    return KNOWN.computeIfAbsent(key, Signatures::decode);
  }

  private static Optional<PublicPoint> decode(PublicKey key) {
    byte[] raw;
    try {
      raw = Base64.getDecoder().decode(key.base64());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return raw.length == Ed25519.PUBLIC_KEY_SIZE
        ? Optional.ofNullable(Ed25519.validatePublicKeyFullExport(raw, 0))
        : Optional.empty();
  }
}
