package dev.slipway.app.server;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * Draws secrets that a person can copy: 32 random bytes, URL-safe, behind a prefix that scanners
 * can find.
 */
final class Secrets {

  private static final int BYTES = 32;

  private final SecureRandom random;

  Secrets(SecureRandom random) {
    this.random = random;
  }

  String draw(String prefix) {
    byte[] drawn = new byte[BYTES];
    random.nextBytes(drawn);
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
  }
}
