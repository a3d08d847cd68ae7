package dev.slipway.model;

/**
 * The public half of an environment's X25519 key pair, to which its secrets are sealed.
 *
 * @param base64 the 32 raw bytes (RFC 7748), standard Base64 with padding
 */
public record EnvironmentKey(String base64) {

  private static final int BASE64_LENGTH = 44;

  public EnvironmentKey {
    if (base64.length() != BASE64_LENGTH) {
      throw new InvalidValue("environment key", "must be 32 bytes in Base64");
    }
  }
}
