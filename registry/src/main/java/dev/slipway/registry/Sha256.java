package dev.slipway.registry;

import dev.slipway.model.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What some bytes are known by. Stateless. */
public final class Sha256 {

  private static final int CHUNK = 64 * 1024;

  private Sha256() {}

  public static Digest of(String text) {
    return digest(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  static Digest of(Path file) throws IOException {
    MessageDigest sha256 = sha256();
    byte[] chunk = new byte[CHUNK];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int length = bytes.read(chunk); length >= 0; length = bytes.read(chunk)) {
        sha256.update(chunk, 0, length);
      }
    }
    return digest(sha256.digest());
  }

  private static Digest digest(byte[] sha256) {
    return Digest.ofHex(HexFormat.of().formatHex(sha256));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
