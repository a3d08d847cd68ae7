package dev.slipway.wire.agent;

import java.util.Base64;
import java.util.Optional;

/**
 * A join token: a secret, a full stop, and the root's public key in URL-safe Base64. Whoever hands
 * it over says with it whom the agent is to believe, so nothing between agent and server can put a
 * root of its own in the answer to the enrolment. Stateless.
 */
public final class JoinToken {

  private static final String BETWEEN = ".";

  private JoinToken() {}

  /**
   * A token.
   *
   * @param root the root's key: 32 raw bytes, standard Base64
   */
  public static String of(String secret, String root) {
    byte[] key = Base64.getDecoder().decode(root);
    return secret + BETWEEN + Base64.getUrlEncoder().withoutPadding().encodeToString(key);
  }

  /** The root's key in standard Base64, if the token names one. */
  public static Optional<String> root(String token) {
    int at = token.lastIndexOf(BETWEEN);
    if (at < 0) {
      return Optional.empty();
    }
    try {
      byte[] key = Base64.getUrlDecoder().decode(token.substring(at + 1));
      return Optional.of(Base64.getEncoder().encodeToString(key));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
