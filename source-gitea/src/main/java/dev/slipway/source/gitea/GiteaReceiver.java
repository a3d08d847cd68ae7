package dev.slipway.source.gitea;

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
 * Recognises webhooks of Gitea and Forgejo: a push and a deletion become hints, everything else
 * genuine is ignored with its reason. So pull requests of forks start nothing.
 *
 * <p>Only the body is signed. So the event's name, which is a header, must fit the shape of the
 * body, and the delivery's id, another header, is not looked at: the same body is the same news
 * under whatever id it comes. Nothing in the body chooses the secret or an address to fetch from.
 * Immutable and thread-safe.
 */
public final class GiteaReceiver implements Receiver {

  private static final List<String> NAMES =
      List.of("x-gitea-event", "x-forgejo-event", "x-github-event");

  /** The addresses of one repository, the one that people register most first. */
  private static final List<String> ADDRESSES =
      List.of("repository.clone_url", "repository.ssh_url", "repository.html_url");

  private static final Set<String> WANTED =
      Stream.concat(Stream.of("ref", "ref_type"), ADDRESSES.stream())
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public String kind() {
    return "gitea";
  }

  @Override
  public Recognition recognise(Received received, Bytes secret, Instant now) {
    byte[] body = received.body().toArray();
    if (body.length > Fields.BODY_SIZE_MAX) {
      return Refused.malformed("body-too-large", "The body is larger than 25 MiB.");
    }
    Optional<Reason> unauthentic = Signature.judge(received, body, secret);
    if (unauthentic.isPresent()) {
      return new Refused(Refused.Kind.UNAUTHENTIC, unauthentic.get());
    }
    Optional<String> name =
        NAMES.stream()
            .flatMap(header -> received.header(header).stream())
            .findFirst()
            .filter(EventName::is);
    if (name.isEmpty()) {
      return Refused.malformed(
          "event-name-missing", "Exactly one X-Gitea-Event or X-Forgejo-Event header is needed.");
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
          "The body does not have the members of the event that the header names.");
    }
    return switch (name) {
      case "push" -> new RefNews(name, fields.text("ref"), ADDRESSES).in(fields, key);
      // Of a deleted branch no push tells; of a deleted tag one does as well, which does no harm.
      case "delete" -> new RefNews(name, deleted(fields), ADDRESSES).in(fields, key);
      default ->
          new Recognised(
              new Event.Ignored(
                  name,
                  new Reason(
                      "event-not-used",
                      "The event '" + name + "' starts nothing; a push or a deletion does.")),
              key);
    };
  }

  /** The full name of the ref, which a deletion gives in two parts. */
  private static Optional<String> deleted(Fields fields) {
    return fields
        .text("ref_type")
        .flatMap(type ->
            switch (type) {
              case "branch" -> Optional.of("refs/heads/");
              case "tag" -> Optional.of("refs/tags/");
              default -> Optional.<String>empty();
            })
        .flatMap(
            prefix -> fields.text("ref").filter(ref -> !ref.isEmpty()).map(ref -> prefix + ref));
  }
}
