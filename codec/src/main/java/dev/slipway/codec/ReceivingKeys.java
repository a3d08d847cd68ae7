package dev.slipway.codec;

import dev.slipway.model.PublicKey;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The X25519 keys that belong to Ed25519 keys: the same point and the same number in the other form
 * of the curve (RFC 7748, section 4.1). So what is sent to an agent is sent to whoever signs as it,
 * and nothing has to bind a second key to the first. Stateless; thread-safe.
 */
final class ReceivingKeys {

  /** How many bytes each half has. */
  static final int SIZE = 32;

  private static final BigInteger PRIME = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
  private static final byte SIGN = (byte) 0x80;

  private ReceivingKeys() {}

  /** The public half; empty when the key is no point of the right group. */
  static Optional<byte[]> of(PublicKey key) {
    byte[] raw;
    try {
      raw = Base64.getDecoder().decode(key.base64());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (raw.length != SIZE || !Ed25519.validatePublicKeyFull(raw, 0)) {
      return Optional.empty();
    }
    raw[SIZE - 1] &= (byte) ~SIGN;
    BigInteger y = new BigInteger(1, turned(raw));
    BigInteger u =
        BigInteger.ONE.add(y).multiply(BigInteger.ONE.subtract(y).modInverse(PRIME)).mod(PRIME);
    return Optional.of(littleEndian(u));
  }

  /** The private half. */
  static byte[] of(SigningKey key) {
    byte[] seed = key.privateBytes();
    SHA512Digest hash = new SHA512Digest();
    hash.update(seed, 0, seed.length);
    byte[] expanded = new byte[hash.getDigestSize()];
    hash.doFinal(expanded, 0);
    return Arrays.copyOf(expanded, SIZE);
  }

  private static byte[] littleEndian(BigInteger number) {
    byte[] bigEndian = number.toByteArray();
    byte[] bytes = new byte[SIZE];
    for (int i = 0; i < Math.min(SIZE, bigEndian.length); i++) {
      bytes[i] = bigEndian[bigEndian.length - 1 - i];
    }
    return bytes;
  }

  private static byte[] turned(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      turned[i] = bytes[bytes.length - 1 - i];
    }
    return turned;
  }
}
