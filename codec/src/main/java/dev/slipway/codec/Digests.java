package dev.slipway.codec;

import dev.slipway.model.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests. Stateless; thread-safe. */
public final class Digests {

  private Digests() {}

  public static Digest sha256(byte[] bytes) {
    return of(sha256().digest(bytes));
  }

  /** Names a hash of 32 bytes that was computed elsewhere. */
  public static Digest of(byte[] hash) {
    return Digest.ofHex(HexFormat.of().formatHex(hash));
  }

  /** The 32 raw bytes of a digest. */
  public static byte[] raw(Digest digest) {
    return HexFormat.of().parseHex(digest.hex());
  }

  /** A fresh SHA-256 computation, for bytes that come in parts. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
