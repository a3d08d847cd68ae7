package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.FileName;
import dev.slipway.model.notification.Receiver;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads where messages go. */
final class ReceiverReader {

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

  ReceiverReader(Problems problems) {
    this.problems = problems;
  }

  /** The one receiver of a notification; of use only when no problem was found. */
  Optional<Receiver> read(Node.Fields notification) {
    return receiver(notification, "slack", ReceiverReader::slack)
        .or(() -> receiver(notification, "webhook", this::webhook))
        .or(() -> receiver(notification, "github", ReceiverReader::github))
        .or(() -> receiver(notification, "grafana", ReceiverReader::grafana));
  }

  private static Optional<Receiver> receiver(
      Node.Fields notification, String kind, Function<Node.Fields, Optional<Receiver>> reading) {
    return fields(notification, kind).flatMap(reading);
  }

  private static Optional<Receiver> slack(Node.Fields slack) {
    return file(slack, "url").map(Receiver.Slack::new);
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

  private static Optional<Receiver> github(Node.Fields github) {
    return Optional.of(
        new Receiver.GitHub(github.text("context").map(Node.Text::value).orElse("slipway")));
  }

  private static Optional<Receiver> grafana(Node.Fields grafana) {
    return text(grafana, "url")
        .flatMap(url ->
            file(grafana, "token")
                .map(token -> new Receiver.Grafana(url, token, text(grafana, "dashboard"))));
  }

  private static Optional<String> text(Node.Fields fields, String key) {
    return fields.text(key).map(Node.Text::value);
  }

  private static Optional<FileName> file(Node.Fields fields, String key) {
    return fields(fields, key).flatMap(it -> it.text("file")).map(it -> new FileName(it.value()));
  }

  private static Optional<Node.Fields> fields(Node.Fields fields, String key) {
    return fields.get(key).filter(Node.Fields.class::isInstance).map(Node.Fields.class::cast);
  }
}
