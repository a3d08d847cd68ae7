package dev.slipway.source.gitlab;

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
 * Recognises GitLab's webhooks: a push of a branch or tag, a deletion among them, becomes a hint,
 * everything else genuine is ignored with its reason. So merge requests and pipelines of forks
 * start nothing.
 *
 * <p>What happened is read from the body, never from {@code X-Gitlab-Event}: no signature covers
 * headers, so a captured body must mean the same under whatever header it comes. Nothing in the
 * body chooses the secret or an address to fetch from. Immutable and thread-safe.
 */
public final class GitLabReceiver implements Receiver {

  /** The addresses of one project, the one that people register most first. */
  private static final List<String> ADDRESSES =
      List.of(
          "project.git_http_url",
          "project.git_ssh_url",
          "project.http_url",
          "project.ssh_url",
          "repository.git_http_url",
          "repository.git_ssh_url",
          "project.web_url");

  private static final Set<String> PUSHES = Set.of("push", "tag_push");

  private static final Set<String> WANTED =
      Stream.concat(Stream.of("object_kind", "event_name", "ref"), ADDRESSES.stream())
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public String kind() {
    return "gitlab";
  }

  @Override
  public Recognition recognise(Received received, Bytes secret, Instant now) {
    byte[] body = received.body().toArray();
    if (body.length > Fields.BODY_SIZE_MAX) {
      return Refused.malformed("body-too-large", "The body is larger than 25 MiB.");
    }
    return switch (Proof.judge(received, body, secret, now)) {
      case Proof.Missing(Reason because) -> new Refused(Refused.Kind.UNAUTHENTIC, because);
      case Proof.Given(Optional<String> id) -> understand(body, key(body, id));
    };
  }

  /**
   * The same body under the same id is the same news. Without an id the body alone is: GitLab names
   * no time in it, so of a branch that goes back and forth a later push may look like an earlier
   * one, and is then found by looking at the repository.
   */
  private static String key(byte[] body, Optional<String> id) {
    return id.map(given -> Digests.name(body) + " " + given).orElseGet(() -> Digests.name(body));
  }

  private static Recognition understand(byte[] body, String key) {
    return switch (Fields.read(body, WANTED)) {
      case FieldsReading.Unreadable(Refused refused) -> refused;
      case Fields fields ->
          fields
              .text("object_kind")
              .or(() -> fields.text("event_name"))
              .filter(EventName::is)
              .map(kind -> understand(kind, fields, key))
              .orElseGet(() ->
                  Refused.malformed(
                      "event-name-missing", "The body names no event in 'object_kind'."));
    };
  }

  private static Recognition understand(String kind, Fields fields, String key) {
    return PUSHES.contains(kind)
        ? new RefNews(kind, fields.text("ref"), ADDRESSES).in(fields, key)
        : new Recognised(
            new Event.Ignored(
                kind,
                new Reason(
                    "event-not-used",
                    "GitLab's event '" + kind + "' starts nothing; a push does.")),
            key);
  }
}
