package dev.slipway.codec;

import dev.slipway.codec.shape.Undecodable;
import dev.slipway.model.PublicKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Checkpoints as signed notes (C2SP tlog-checkpoint and signed-note, Ed25519 signatures), so that
 * other people's tools can read them. Stateless; thread-safe.
 */
public final class Checkpoints {

  private static final byte ED25519 = 1;
  private static final int KEY_HASH_SIZE = 4;
  private static final int SIGNATURE_SIZE = 64;
  private static final int LENGTH_MAX = 64 * 1024;
  private static final int LINES = 3;
  private static final String DASH = "\u2014 ";

  private Checkpoints() {}

  /**
   * A checkpoint's signed note.
   *
   * @param name the signer's name, without spaces and plus signs
   */
  public static String sign(Checkpoint checkpoint, String name, SigningKey key) {
    String text =
        checkpoint.origin()
            + "\n"
            + checkpoint.size()
            + "\n"
            + Base64.getEncoder().encodeToString(Digests.raw(checkpoint.root()))
            + "\n";
    byte[] signature = key.sign(text.getBytes(StandardCharsets.UTF_8));
    byte[] line = Arrays.copyOf(keyHash(name, key.publicKey()), KEY_HASH_SIZE + SIGNATURE_SIZE);
    System.arraycopy(signature, 0, line, KEY_HASH_SIZE, SIGNATURE_SIZE);
    return text + "\n" + DASH + name + " " + Base64.getEncoder().encodeToString(line) + "\n";
  }

  /** What a note says; empty when this key under this name did not sign it. */
  public static Optional<Checkpoint> open(String note, String name, PublicKey key) {
    int end = note.lastIndexOf("\n\n");
    if (end < 0 || note.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    String text = note.substring(0, end + 1);
    boolean signed =
        note.substring(end + 2).lines().anyMatch(line -> isSignature(line, text, name, key));
    try {
      return signed ? Optional.of(parse(text)) : Optional.empty();
    } catch (Undecodable e) {
      return Optional.empty();
    }
  }

  private static boolean isSignature(String line, String text, String name, PublicKey key) {
    String prefix = DASH + name + " ";
    if (!line.startsWith(prefix)) {
      return false;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(line.substring(prefix.length()));
      return bytes.length == KEY_HASH_SIZE + SIGNATURE_SIZE
          && Arrays.equals(Arrays.copyOf(bytes, KEY_HASH_SIZE), keyHash(name, key))
          && Signatures.verify(
              key,
              text.getBytes(StandardCharsets.UTF_8),
              Arrays.copyOfRange(bytes, KEY_HASH_SIZE, bytes.length));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Checkpoint parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < LINES) {
      throw new Undecodable("", "is no checkpoint");
    }
    try {
      return new Checkpoint(
          lines.get(0),
          Long.parseLong(lines.get(1)),
          Digests.of(Base64.getDecoder().decode(lines.get(2))));
    } catch (IllegalArgumentException e) {
      throw new Undecodable("", "is no checkpoint");
    }
  }

  /** The start of SHA-256(name, line break, algorithm, key), as signed-note says. */
  private static byte[] keyHash(String name, PublicKey key) {
    MessageDigest sha = Digests.sha256();
    sha.update(name.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) '\n');
    sha.update(ED25519);
    return Arrays.copyOf(sha.digest(Base64.getDecoder().decode(key.base64())), KEY_HASH_SIZE);
  }
}
