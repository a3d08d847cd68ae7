package dev.slipway.outlet;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Bytes;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What messages are signed with, by HMAC-SHA256. It prints its length only. Thread-safe. */
public record WebhookSecret(Bytes key) {

  private static final String PREFIX = "whsec_";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES_MIN = 24;
  private static final int BYTES_MAX = 64;

  /** Reads {@code whsec_} and Base64 of 24 to 64 bytes; empty where it is something else. */
  public static Optional<WebhookSecret> parse(String text) {
    String stripped = text.strip();
    if (!stripped.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] key = Base64.getDecoder().decode(stripped.substring(PREFIX.length()));
      return key.length >= BYTES_MIN && key.length <= BYTES_MAX
          ? Optional.of(new WebhookSecret(Bytes.of(key)))
          : Optional.empty();
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  /** The signature of one message at one time, as it stands in the header. */
  String sign(String id, String timestamp, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.toArray(), ALGORITHM));
      byte[] signed = (id + "." + timestamp + "." + body).getBytes(UTF_8);
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
