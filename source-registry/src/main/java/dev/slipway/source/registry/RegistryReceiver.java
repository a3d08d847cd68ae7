package dev.slipway.source.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.source.Received;
import dev.slipway.source.Receiver;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import dev.slipway.source.webhook.Digests;
import dev.slipway.source.webhook.WholeBody;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * Recognises what registries tell of: images that were pushed, deleted or copied become a hint,
 * everything else genuine is ignored with its reason. Of a body only the names of repositories are
 * taken, never a tag or a digest: a registry's notifications may be late, repeated and forged by
 * whoever saw one. Nothing in the body chooses the secret or an address to call. Immutable and
 * thread-safe.
 *
 * @see <a href="https://distribution.github.io/distribution/about/notifications/">Notifications of
 *     the reference registry</a>
 */
public final class RegistryReceiver implements Receiver {

  /** The largest body, in bytes; notifications tell of layers by name, and hold none. */
  static final int BODY_SIZE_MAX = WholeBody.SIZE_MAX;

  @Override
  public String kind() {
    return "registry";
  }

  @Override
  public Recognition recognise(Received received, Bytes secret, Instant now) {
    byte[] body = received.body().toArray();
    if (body.length > BODY_SIZE_MAX) {
      return Refused.malformed("body-too-large", "The body is larger than 1 MiB.");
    }
    Optional<Reason> unauthentic = Proof.judge(received, secret);
    if (unauthentic.isPresent()) {
      return new Refused(Refused.Kind.UNAUTHENTIC, unauthentic.orElseThrow());
    }
    return understand(body, now);
  }

  private static Recognition understand(byte[] body, Instant now) {
    try {
      JsonNode notice = WholeBody.read(body);
      if (!notice.isObject()) {
        return Refused.malformed("body-not-an-object", "The body is not a JSON object.");
      }
      return Dialect.all().stream()
          .filter(dialect -> dialect.speaks(notice))
          .findFirst()
          .map(dialect -> told(dialect, notice, body, now))
          .orElseGet(() ->
              Refused.malformed(
                  "notice-unknown",
                  "The body is none that a registry known here sends; Harbor has to send its default"
                      + " format."));
    } catch (IOException _) {
      return Refused.malformed("body-not-readable", WholeBody.UNREADABLE);
    }
  }

  private static Recognition told(Dialect dialect, JsonNode notice, byte[] body, Instant now) {
    return switch (dialect.read(notice)) {
      case Dialect.Said.Unusable(String sentence) ->
          Refused.malformed("field-not-usable", sentence);
      case Dialect.Said.Usable(var event) -> new Recognised(event, key(dialect, body, now));
    };
  }

  /** Where bodies hold no time, the next push may look like the last one, and is news. */
  private static String key(Dialect dialect, byte[] body, Instant now) {
    return dialect.isDated() ? Digests.name(body) : Digests.name(body) + " " + now;
  }
}
