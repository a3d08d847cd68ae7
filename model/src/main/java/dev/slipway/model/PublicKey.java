package dev.slipway.model;

/**
 * The public half of an Ed25519 key pair.
 *
 * @param base64 the 32 raw bytes (RFC 8032), standard Base64 with padding
 */
public record PublicKey(String base64) {

  private static final int BASE64_LENGTH = 44;

  public PublicKey {
    if (base64.length() != BASE64_LENGTH) {
      throw new InvalidValue("public key", "must be 32 bytes in Base64");
    }
  }
}
