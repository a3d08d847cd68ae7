package dev.slipway.registry;

import dev.slipway.model.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests of bytes, made without what is tested. */
public final class Digests {

  private Digests() {}

  public static Digest of(byte[] bytes) {
    try {
      return Digest.ofHex(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
