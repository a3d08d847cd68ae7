package dev.slipway.source.github;

import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.model.event.Event;
import dev.slipway.source.Received;
import dev.slipway.source.Receiver;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Recognises GitHub's webhooks: a push becomes a hint, and so does news of checks; everything else
 * genuine is ignored with its reason.
 *
 * <p>Only the body is signed. So the event's name, which is a header, must fit the shape of the
 * body, and the delivery's id, another header, is not looked at: the same body is the same news
 * under whatever id it comes. Nothing in the body chooses the secret or an address to fetch from.
 * Immutable and thread-safe.
 *
 * @see <a href="https://docs.github.com/webhooks/webhook-events-and-payloads">GitHub's list of
 *     events</a>
 */
public final class GitHubReceiver implements Receiver {

  /** GitHub's own limit for the body of a webhook, in bytes. */
  public static final int BODY_SIZE_MAX = 25 * 1024 * 1024;

  @Override
  public String kind() {
    return "github";
  }

  @Override
  public Recognition recognise(Received received, Bytes secret, Instant now) {
    byte[] body = received.body().toArray();
    if (body.length > BODY_SIZE_MAX) {
      return malformed("body-too-large", "The body is larger than GitHub's limit of 25 MiB.");
    }
    Optional<Reason> unauthentic =
        Signature.judge(received.header("x-hub-signature-256"), body, secret);
    if (unauthentic.isPresent()) {
      return new Refused(Refused.Kind.UNAUTHENTIC, unauthentic.get());
    }
    Optional<String> name = received.header("x-github-event").filter(GitHubReceiver::isEventName);
    if (name.isEmpty()) {
      return malformed("event-name-missing", "Exactly one X-GitHub-Event header is needed.");
    }
    return switch (Payload.read(body)) {
      case PayloadReading.Unreadable(Reason because) ->
          new Refused(Refused.Kind.MALFORMED, because);
      case Payload payload -> recognise(name.get(), payload, body);
    };
  }

  private static Recognition recognise(String name, Payload payload, byte[] body) {
    if (!Shape.fits(name, payload.members())) {
      return malformed(
          "event-does-not-fit-body",
          "The body does not have the members of the event that X-GitHub-Event names.");
    }
    if (Moved.isSaidBy(name)) {
      return new Recognised(Moved.understand(name, payload), digest(body));
    }
    return name.equals("push")
        ? switch (Push.understand(payload)) {
          case Push.Misunderstood(Reason because) -> new Refused(Refused.Kind.MALFORMED, because);
          case Push.Understood(Event event) -> new Recognised(event, digest(body));
        }
        : new Recognised(new Event.Ignored(name, ignored(name)), digest(body));
  }

  private static Reason ignored(String name) {
    return name.equals("ping")
        ? new Reason("ping", "GitHub tried the webhook, and it works.")
        : new Reason(
            "event-not-used", "GitHub's event '" + name + "' says nothing that is used here.");
  }

  private static boolean isEventName(String name) {
    return name.length() <= 64 && name.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'));
  }

  private static String digest(byte[] body) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Refused malformed(String code, String sentence) {
    return new Refused(Refused.Kind.MALFORMED, new Reason(code, sentence));
  }
}
