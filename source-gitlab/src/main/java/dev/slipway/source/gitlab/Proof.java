package dev.slipway.source.gitlab;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.source.Received;
import dev.slipway.source.webhook.StandardSignature;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How GitLab proves that it sent something. It signs as Standard Webhooks say where its webhook has
 * a <em>signing token</em>, and sends the secret itself along where it has a <em>secret token</em>;
 * both take the secret of the address as it is. A signature that is there has to be right, whatever
 * the token says.
 *
 * @see <a href="https://docs.gitlab.com/user/project/integrations/webhooks">GitLab: webhooks</a>
 */
sealed interface Proof {

  /**
   * It is genuine.
   *
   * @param id GitLab's own id of this news, the same when it tries again. Behind a signature it is
   *     signed; beside a token it is as good as the body, for whoever knows the token writes both.
   */
  record Given(Optional<String> id) implements Proof {}

  record Missing(Reason because) implements Proof {}

  Pattern ID = Pattern.compile("[!-~]{1,256}");

  static Proof judge(Received received, byte[] body, Bytes secret, Instant now) {
    if (!received.headers().containsKey("webhook-signature")) {
      return token(received, secret);
    }
    return StandardSignature.judge(received, body, secret, now)
        .<Proof>map(Missing::new)
        .orElseGet(() -> new Given(received.header("webhook-id")));
  }

  private static Proof token(Received received, Bytes secret) {
    if (secret.size() == 0) {
      return new Missing(new Reason("secret-missing", "This webhook has no secret to check with."));
    }
    Optional<String> token = received.header("x-gitlab-token");
    // An absent token is compared too, so that absent and wrong take the same time.
    if (MessageDigest.isEqual(secret.toArray(), token.orElse("").getBytes(UTF_8))) {
      return new Given(received.header("idempotency-key").filter(ID.asMatchPredicate()));
    }
    return new Missing(
        token.isPresent()
            ? new Reason("token-wrong", "X-Gitlab-Token is not the secret of this address.")
            : new Reason(
                "token-missing", "Exactly one X-Gitlab-Token or webhook-signature is needed."));
  }
}
