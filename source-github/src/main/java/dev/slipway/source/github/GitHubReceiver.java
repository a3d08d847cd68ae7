package dev.slipway.source.github;

import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.model.event.Event;
import dev.slipway.source.Received;
import dev.slipway.source.Receiver;
import dev.slipway.source.Recognition;
import dev.slipway.source.Recognition.Recognised;
import dev.slipway.source.Recognition.Refused;
import dev.slipway.source.webhook.Digests;
import dev.slipway.source.webhook.EventName;
import dev.slipway.source.webhook.Fields;
import dev.slipway.source.webhook.FieldsReading;
import dev.slipway.source.webhook.RefNews;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Recognises GitHub's webhooks: a push becomes a hint, and so does news of checks and of pull
 * requests; everything else genuine is ignored with its reason.
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

  /** The addresses of one repository, the one that people register most first. */
  static final List<String> ADDRESSES =
      List.of(
          "repository.clone_url",
          "repository.ssh_url",
          "repository.git_url",
          "repository.html_url");

  private static final Set<String> WANTED =
      Stream.concat(
              Stream.of(
                  "ref",
                  "sha",
                  "check_run.head_sha",
                  "check_suite.head_sha",
                  "workflow_run.head_sha"),
              Stream.concat(ADDRESSES.stream(), Proposed.WANTED.stream()))
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public String kind() {
    return "github";
  }

  @Override
  public Recognition recognise(Received received, Bytes secret, Instant now) {
    byte[] body = received.body().toArray();
    if (body.length > Fields.BODY_SIZE_MAX) {
      return Refused.malformed(
          "body-too-large", "The body is larger than GitHub's limit of 25 MiB.");
    }
    Optional<Reason> unauthentic =
        Signature.judge(received.header("x-hub-signature-256"), body, secret);
    if (unauthentic.isPresent()) {
      return new Refused(Refused.Kind.UNAUTHENTIC, unauthentic.get());
    }
    Optional<String> name = received.header("x-github-event").filter(EventName::is);
    if (name.isEmpty()) {
      return Refused.malformed(
          "event-name-missing", "Exactly one X-GitHub-Event header is needed.");
    }
    return switch (Fields.read(body, WANTED)) {
      case FieldsReading.Unreadable(Refused refused) -> refused;
      case Fields fields -> understand(name.get(), fields, Digests.name(body));
    };
  }

  private static Recognition understand(String name, Fields fields, String key) {
    if (!Shapes.fits(name, fields)) {
      return Refused.malformed(
          "event-does-not-fit-body",
          "The body does not have the members of the event that X-GitHub-Event names.");
    }
    if (name.equals("push")) {
      return new RefNews(name, fields.text("ref"), ADDRESSES).in(fields, key);
    }
    if (Proposed.isSaidBy(name, fields)) {
      return Proposed.understand(fields, key);
    }
    return new Recognised(
        Moved.isSaidBy(name)
            ? Moved.understand(name, fields)
            : new Event.Ignored(name, ignored(name)),
        key);
  }

  private static Reason ignored(String name) {
    return name.equals("ping")
        ? new Reason("ping", "GitHub tried the webhook, and it works.")
        : new Reason(
            "event-not-used", "GitHub's event '" + name + "' says nothing that is used here.");
  }
}
