package dev.slipway.codec;

import dev.slipway.model.EnvironmentKey;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/**
 * An environment's X25519 key pair (RFC 7748), which only its agents have. Immutable; thread-safe.
 * It prints its public half only.
 */
public final class EnvironmentKeyPair {

  private final X25519PrivateKeyParameters key;
  private final EnvironmentKey publicKey;

  private EnvironmentKeyPair(X25519PrivateKeyParameters key) {
    this.key = key;
    publicKey =
        new EnvironmentKey(
            Base64.getEncoder().encodeToString(key.generatePublicKey().getEncoded()));
  }

  /** A new pair drawn from {@code chance}. */
  public static EnvironmentKeyPair generate(SecureRandom chance) {
    byte[] drawn = new byte[X25519PrivateKeyParameters.KEY_SIZE];
    chance.nextBytes(drawn);
    return of(drawn);
  }

  /**
   * The pair of 32 {@linkplain #privateBytes() private bytes}.
   *
   * @throws IllegalArgumentException when there are not 32
   */
  public static EnvironmentKeyPair of(byte[] privateBytes) {
    if (privateBytes.length != X25519PrivateKeyParameters.KEY_SIZE) {
      throw new IllegalArgumentException("An X25519 private key has 32 bytes");
    }
    return new EnvironmentKeyPair(new X25519PrivateKeyParameters(privateBytes, 0));
  }

  public EnvironmentKey publicKey() {
    return publicKey;
  }

  /** A secret: whoever has these bytes can open what is sealed to the public half. */
  public byte[] privateBytes() {
    return key.getEncoded();
  }

  @Override
  public String toString() {
    return "the private half of the environment key " + publicKey.base64();
  }
}
