package dev.slipway.codec;

import dev.slipway.model.KeyId;
import dev.slipway.model.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The private half of an Ed25519 key pair (RFC 8032). Immutable; thread-safe. It prints the id of
 * its public half only.
 */
public final class SigningKey {

  private final Ed25519PrivateKeyParameters key;
  private final PublicKey publicKey;
  private final KeyId keyId;

  private SigningKey(Ed25519PrivateKeyParameters key) {
    this.key = key;
    publicKey =
        new PublicKey(Base64.getEncoder().encodeToString(key.generatePublicKey().getEncoded()));
    keyId = KeyIds.of(publicKey);
  }

  /** A new key drawn from {@code chance}. */
  public static SigningKey generate(SecureRandom chance) {
    byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
    chance.nextBytes(seed);
    return of(seed);
  }

  /**
   * The key of 32 {@linkplain #privateBytes() private bytes}.
   *
   * @throws IllegalArgumentException when there are not 32
   */
  public static SigningKey of(byte[] privateBytes) {
    if (privateBytes.length != Ed25519.SECRET_KEY_SIZE) {
      throw new IllegalArgumentException("An Ed25519 private key has 32 bytes");
    }
    return new SigningKey(new Ed25519PrivateKeyParameters(privateBytes, 0));
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  public KeyId keyId() {
    return keyId;
  }

  /** The 64 bytes of the signature over a message. */
  public byte[] sign(byte[] message) {
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    key.sign(Ed25519.Algorithm.Ed25519, null, message, 0, message.length, signature, 0);
    return signature;
  }

  /** A secret: whoever has these bytes can sign. */
  public byte[] privateBytes() {
    return key.getEncoded();
  }

  @Override
  public String toString() {
    return "the private half of " + keyId;
  }
}
