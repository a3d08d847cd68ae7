package dev.slipway.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;

/**
 * Hybrid public key encryption (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and
 * ChaCha20-Poly1305, for one message each. What is sealed is a byte that names this form, the
 * encapsulated key of 32 bytes, and the ciphertext with its tag. Stateless; thread-safe.
 */
final class Hybrid {

  private static final byte FORM = 1;
  private static final int KEY_SIZE = 32;
  private static final int HEAD = 1 + KEY_SIZE;

  private Hybrid() {}

  /**
   * Seals to whoever has the private half of a key.
   *
   * @param purpose what it is sealed for; opens for no other
   * @param about what it is; opens as nothing else
   * @throws IllegalArgumentException when the key is none
   */
  static byte[] seal(byte[] to, String purpose, String about, byte[] message) {
    HPKE hpke = suite(HPKE.mode_base);
    try {
      return framed(
          hpke.setupBaseS(hpke.deserializePublicKey(checked(to)), bytes(purpose)), about, message);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("No key agreement is possible with this key", e);
    }
  }

  /** As {@link #seal}, in such a way that whoever opens it knows that this one sealed it. */
  static byte[] seal(byte[] to, byte[] from, String purpose, String about, byte[] message) {
    HPKE hpke = suite(HPKE.mode_auth);
    try {
      return framed(
          hpke.setupAuthS(hpke.deserializePublicKey(checked(to)), bytes(purpose), pair(hpke, from)),
          about,
          message);
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException("No key agreement is possible with this key", e);
    }
  }

  private static byte[] framed(HPKEContextWithEncapsulation context, String about, byte[] message) {
    try {
      byte[] ciphertext = context.seal(bytes(about), message);
      byte[] framed = new byte[HEAD + ciphertext.length];
      framed[0] = FORM;
      System.arraycopy(context.getEncapsulation(), 0, framed, 1, KEY_SIZE);
      System.arraycopy(ciphertext, 0, framed, HEAD, ciphertext.length);
      return framed;
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("Sealing finds nothing invalid", e);
    }
  }

  /** What was sealed; empty when it was sealed to another, as something else, or was changed. */
  static Optional<byte[]> open(byte[] sealed, byte[] own, String purpose, String about) {
    HPKE hpke = suite(HPKE.mode_base);
    return opened(
        sealed,
        (encapsulated, ciphertext) ->
            hpke.setupBaseR(encapsulated, pair(hpke, own), bytes(purpose))
                .open(bytes(about), ciphertext));
  }

  /** As {@link #open}; empty also when another one than {@code from} sealed it. */
  static Optional<byte[]> open(
      byte[] sealed, byte[] own, byte[] from, String purpose, String about) {
    HPKE hpke = suite(HPKE.mode_auth);
    return opened(
        sealed,
        (encapsulated, ciphertext) ->
            hpke.setupAuthR(
                    encapsulated,
                    pair(hpke, own),
                    bytes(purpose),
                    hpke.deserializePublicKey(checked(from)))
                .open(bytes(about), ciphertext));
  }

  /** Opens the two parts of what was sealed. */
  @FunctionalInterface
  private interface Opening {
    byte[] open(byte[] encapsulated, byte[] ciphertext) throws InvalidCipherTextException;
  }

  private static Optional<byte[]> opened(byte[] sealed, Opening opening) {
    if (sealed.length < HEAD || sealed[0] != FORM) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          opening.open(
              Arrays.copyOfRange(sealed, 1, HEAD),
              Arrays.copyOfRange(sealed, HEAD, sealed.length)));
    } catch (InvalidCipherTextException | IllegalStateException | IllegalArgumentException e) {
      // A key of which no agreement can be reached is one more way of having been changed.
      return Optional.empty();
    }
  }

  private static HPKE suite(byte mode) {
    return new HPKE(
        mode, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_CHACHA20_POLY1305);
  }

  private static AsymmetricCipherKeyPair pair(HPKE hpke, byte[] privateKey) {
    return hpke.deserializePrivateKey(privateKey, null);
  }

  private static byte[] checked(byte[] key) {
    if (key.length != KEY_SIZE) {
      throw new IllegalArgumentException("An X25519 key has 32 bytes");
    }
    return key;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
