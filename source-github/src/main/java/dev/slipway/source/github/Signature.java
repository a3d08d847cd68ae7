package dev.slipway.source.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.source.webhook.Digests;
import java.security.MessageDigest;
import java.util.Optional;

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

  private Signature() {}

  /** Why the body is not genuine; nothing if it is. */
  static Optional<Reason> judge(Optional<String> header, byte[] body, Bytes secret) {
    if (secret.size() == 0) {
      return Optional.of(new Reason("secret-missing", "This webhook has no secret to check with."));
    }
    // An absent header is compared too, so that absent and wrong take the same time.
    boolean genuine =
        MessageDigest.isEqual(
            ("sha256=" + Digests.hmac(body, secret)).getBytes(UTF_8),
            header.orElse("").getBytes(UTF_8));
    return genuine
        ? Optional.empty()
        : Optional.of(
            header.isPresent()
                ? new Reason(
                    "signature-wrong", "X-Hub-Signature-256 does not match the body and secret.")
                : new Reason(
                    "signature-missing", "Exactly one X-Hub-Signature-256 header is needed."));
  }
}
