package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.FileName;
import dev.slipway.model.NotificationName;
import dev.slipway.model.notification.NotificationDefinition;
import dev.slipway.model.notification.Occasion;
import dev.slipway.model.notification.Receiver;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads who is told of what happens. */
final class NotificationReader {

  /** Headers that every message has, or that say where it goes and how long it is. */
  private static final Set<String> NOT_YOURS =
      Set.of(
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "webhook-id",
          "webhook-signature",
          "webhook-timestamp");

  private final Problems problems;

  NotificationReader(Problems problems) {
    this.problems = problems;
  }

  /** The definition; of use only when no problem was found. */
  Optional<NotificationDefinition> read(Node.Fields document) {
    Optional<Node.Fields> slack = fields(document, "slack");
    Optional<Node.Fields> webhook = fields(document, "webhook");
    Optional<Receiver> receiver =
        slack
            .flatMap(it -> file(it, "url").<Receiver>map(Receiver.Slack::new))
            .or(() -> webhook.flatMap(this::webhook))
            .or(() -> fields(document, "github").map(GitHubReader::read));
    return document
        .text("notification")
        .flatMap(name ->
            receiver.map(to ->
                new NotificationDefinition(
                    new NotificationName(name.value()),
                    ReachReader.read(fields(document, "for")),
                    occasions(document),
                    to)));
  }

  /** In the order in which they happen, each once. */
  private static List<Occasion> occasions(Node.Fields document) {
    List<String> said =
        Texts.listOf(document, "events").stream().map(Node.Text::value).distinct().toList();
    return Arrays.stream(Occasion.values())
        .filter(occasion -> said.isEmpty() || said.contains(occasion.word()))
        .toList();
  }

  private Optional<Receiver> webhook(Node.Fields webhook) {
    SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    SortedMap<String, FileName> secrets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Node.Field header : webhook.fields("headers")) {
      String name = header.name();
      if (NOT_YOURS.contains(name.toLowerCase(Locale.ROOT))) {
        problems.add(
            header.place(),
            "header-not-yours",
            "This header is set by Slipway or by the connection. Remove it.");
      } else if (headers.containsKey(name) || secrets.containsKey(name)) {
        problems.add(
            header.place(),
            "header-twice",
            "This header stands here twice; large and small letters are the same. Keep one.");
      } else if (header.value() instanceof Node.Text text) {
        headers.put(name, text.value());
      } else if (header.value() instanceof Node.Fields file) {
        file.text("file").ifPresent(it -> secrets.put(name, new FileName(it.value())));
      }
    }
    return webhook
        .text("url")
        .map(url -> new Receiver.Webhook(url.value(), headers, secrets, file(webhook, "secret")));
  }

  private static Optional<FileName> file(Node.Fields fields, String key) {
    return fields(fields, key).flatMap(it -> it.text("file")).map(it -> new FileName(it.value()));
  }

  private static Optional<Node.Fields> fields(Node.Fields fields, String key) {
    return fields.get(key).filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast);
  }
}
