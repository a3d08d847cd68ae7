package dev.slipway.model;

import java.util.regex.Pattern;

/**
 * The public half of an environment's X25519 key pair, to which its secrets are sealed.
 *
 * @param base64 the 32 raw bytes (RFC 7748), standard Base64 with padding
 */
public record EnvironmentKey(String base64) {

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{43}=");

  public EnvironmentKey {
    if (!BASE64.matcher(base64).matches()) {
      throw new InvalidValue("environment key", "must be 32 bytes in Base64");
    }
  }
}
