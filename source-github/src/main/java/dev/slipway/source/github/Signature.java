package dev.slipway.source.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * GitHub's signature: {@code sha256=} and the lower-case hexadecimal HMAC-SHA256 of the raw body.
 * The older SHA-1 header is never looked at, and upper-case digits, which GitHub does not send, do
 * not match.
 *
 * @see <a
 *     href="https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries">GitHub:
 *     validating webhook deliveries</a>
 */
final class Signature {

  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /** Why the body is not genuine; nothing if it is. */
  static Optional<Reason> judge(Optional<String> header, byte[] body, Bytes secret) {
    if (secret.size() == 0) {
      return Optional.of(new Reason("secret-missing", "This webhook has no secret to check with."));
    }
    // An absent header is compared too, so that absent and wrong take the same time.
    boolean genuine =
        MessageDigest.isEqual(
            expected(body, secret).getBytes(UTF_8), header.orElse("").getBytes(UTF_8));
    return genuine
        ? Optional.empty()
        : Optional.of(
            header.isPresent()
                ? new Reason(
                    "signature-wrong", "X-Hub-Signature-256 does not match the body and secret.")
                : new Reason(
                    "signature-missing", "Exactly one X-Hub-Signature-256 header is needed."));
  }

  private static String expected(byte[] body, Bytes secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.toArray(), ALGORITHM));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
