package dev.slipway.source.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.source.Received;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * How a registry proves that it sent something. None of them signs; what they offer is one header
 * that is the same each time. So the secret travels, as a bearer token, as the password of a basic
 * login with any name, or as the whole header, whichever a registry lets people set up.
 */
final class Proof {

  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private Proof() {}

  /** Why it is not genuine; empty where it is. */
  static Optional<Reason> judge(Received received, Bytes secret) {
    if (secret.size() == 0) {
      return Optional.of(new Reason("secret-missing", "This address has no secret to check with."));
    }
    Optional<String> header = received.header("authorization");
    // An absent one is compared too, so that absent and wrong take the same time.
    byte[] shown = header.map(Proof::shown).orElse("").getBytes(UTF_8);
    if (MessageDigest.isEqual(secret.toArray(), shown)) {
      return Optional.empty();
    }
    return Optional.of(
        header.isPresent()
            ? new Reason("token-wrong", "Authorization does not hold the secret of this address.")
            : new Reason("token-missing", "Exactly one Authorization header is needed."));
  }

  private static String shown(String header) {
    String start = header.toLowerCase(Locale.ROOT);
    if (start.startsWith(BEARER)) {
      return header.substring(BEARER.length());
    }
    return start.startsWith(BASIC) ? password(header.substring(BASIC.length())) : header;
  }

  private static String password(String encoded) {
    try {
      String login = new String(Base64.getDecoder().decode(encoded.strip()), UTF_8);
      return login.substring(login.indexOf(':') + 1);
    } catch (IllegalArgumentException _) {
      return "";
    }
  }
}
