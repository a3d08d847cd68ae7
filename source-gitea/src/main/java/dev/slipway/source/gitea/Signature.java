package dev.slipway.source.gitea;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.source.Received;
import dev.slipway.source.webhook.Digests;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * The signature of Gitea and Forgejo: the lower-case hexadecimal HMAC-SHA256 of the raw body, under
 * the name of each and, behind {@code sha256=}, under GitHub's. One of them is needed, and each
 * that is there has to be right. The older SHA-1 header is never looked at.
 *
 * @see <a href="https://docs.gitea.com/usage/webhooks">Gitea: webhooks</a>
 * @see <a href="https://forgejo.org/docs/latest/user/webhooks/">Forgejo: webhooks</a>
 */
final class Signature {

  /** A header that carries it, and what stands before the digits there. */
  private record Place(String header, String prefix) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("x-gitea-signature", ""),
          new Place("x-forgejo-signature", ""),
          new Place("x-hub-signature-256", "sha256="));

  private Signature() {}

  /** Why the body is not genuine; nothing if it is. */
  static Optional<Reason> judge(Received received, byte[] body, Bytes secret) {
    if (secret.size() == 0) {
      return Optional.of(new Reason("secret-missing", "This webhook has no secret to check with."));
    }
    // Computed and compared without a header too, so that absent and wrong take the same time.
    String expected = Digests.hmac(body, secret);
    int there = 0;
    boolean wrong = false;
    for (Place place : PLACES) {
      Optional<String> given = received.header(place.header());
      there += given.isPresent() ? 1 : 0;
      boolean right =
          MessageDigest.isEqual(
              (place.prefix() + expected).getBytes(UTF_8), given.orElse("").getBytes(UTF_8));
      wrong |= given.isPresent() && !right;
    }
    if (wrong) {
      return Optional.of(
          new Reason("signature-wrong", "A signature does not match the body and secret."));
    }
    return there > 0
        ? Optional.empty()
        : Optional.of(
            new Reason(
                "signature-missing", "Exactly one X-Gitea- or X-Forgejo-Signature is needed."));
  }
}
