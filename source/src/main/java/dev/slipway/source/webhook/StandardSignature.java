package dev.slipway.source.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.source.Received;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The symmetric signature of Standard Webhooks: {@code v1,} and the Base64 of HMAC-SHA256 over
 * {@code id.timestamp.body}. A sender that changes its secret signs with both, separated by a
 * space; one match is enough. The timestamp may lie five minutes to either side.
 *
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 */
public final class StandardSignature {

  public static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final String SECRET_PREFIX = "whsec_";
  private static final String VERSION_PREFIX = "v1,";
  private static final int SIGNATURES_MAX = 16;
  private static final Pattern ID = Pattern.compile("[!-~]{1,256}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  private StandardSignature() {}

  /** Why what was received is not genuine or not of now; nothing if it is both. */
  public static Optional<Reason> judge(Received received, byte[] body, Bytes secret, Instant now) {
    Optional<String> id = received.header("webhook-id").filter(ID.asMatchPredicate());
    Optional<String> timestamp =
        received.header("webhook-timestamp").filter(SECONDS.asMatchPredicate());
    Optional<String> signatures = received.header("webhook-signature");
    if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
      return because(
          "signature-missing",
          "The headers webhook-id, webhook-timestamp (seconds) and webhook-signature are needed,"
              + " each once.");
    }
    Optional<byte[]> key = key(secret);
    if (key.isEmpty()) {
      return because("secret-unusable", "This address has no usable secret to check with.");
    }
    byte[] expected = hmac(key.get(), id.get() + "." + timestamp.get() + ".", body);
    if (!anyMatches(signatures.get(), expected)) {
      return because("signature-wrong", "webhook-signature matches neither the body nor its id.");
    }
    Duration distance =
        Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp.get())), now).abs();
    return distance.compareTo(WINDOW) > 0
        ? because(
            "timestamp-out-of-window",
            "webhook-timestamp is more than 300 seconds from now; look at the sender's clock.")
        : Optional.empty();
  }

  private static boolean anyMatches(String signatures, byte[] expected) {
    boolean matches = false;
    for (String signature : signatures.split(" ", SIGNATURES_MAX)) {
      if (signature.startsWith(VERSION_PREFIX)) {
        byte[] given = signature.substring(VERSION_PREFIX.length()).getBytes(UTF_8);
        matches |= MessageDigest.isEqual(given, expected);
      }
    }
    return matches;
  }

  /** The key's bytes: what {@code whsec_} is followed by in Base64, or the secret as it is. */
  private static Optional<byte[]> key(Bytes secret) {
    String text = secret.utf8();
    try {
      byte[] key =
          text.startsWith(SECRET_PREFIX)
              ? Base64.getDecoder().decode(text.substring(SECRET_PREFIX.length()).strip())
              : secret.toArray();
      return key.length == 0 ? Optional.empty() : Optional.of(key);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static byte[] hmac(byte[] key, String prefix, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update(prefix.getBytes(UTF_8));
      return Base64.getEncoder().encode(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  private static Optional<Reason> because(String code, String sentence) {
    return Optional.of(new Reason(code, sentence));
  }
}
