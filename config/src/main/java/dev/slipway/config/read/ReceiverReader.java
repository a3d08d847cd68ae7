package dev.slipway.config.read;

import dev.slipway.config.text.Node;
import dev.slipway.config.text.Problems;
import dev.slipway.model.FileName;
import dev.slipway.model.notification.Receiver;
import java.util.List;
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

  /** Makes a receiver of what is said of whoever listens at an address. */
  @FunctionalInterface
  private interface Listening {
    Receiver of(
        String url,
        SortedMap<String, String> headers,
        SortedMap<String, FileName> secretHeaders,
        Optional<FileName> secret);
  }

  private final Problems problems;

  ReceiverReader(Problems problems) {
    this.problems = problems;
  }

  /** The one receiver of a notification; of use only when no problem was found. */
  Optional<Receiver> read(Node.Fields notification) {
    return receiver(notification, "slack", ReceiverReader::slack)
        .or(() -> receiver(notification, "webhook", it -> listening(it, Receiver.Webhook::new)))
        .or(() -> fields(notification, "github").map(it -> github(notification, it)))
        .or(() -> receiver(notification, "cdevents", it -> listening(it, Receiver.CdEvents::new)))
        .or(() -> receiver(notification, "datadog", ReceiverReader::datadog))
        .or(() -> receiver(notification, "email", ReceiverReader::email))
        .or(() -> receiver(notification, "sentry", ReceiverReader::sentry))
        .or(() -> receiver(notification, "grafana", ReceiverReader::grafana));
  }

  private Receiver github(Node.Fields notification, Node.Fields github) {
    Receiver receiver = GitHubReader.read(github);
    if (receiver instanceof Receiver.GitHubPullRequests) {
      github
          .field("deployments")
          .ifPresent(it ->
              problems.add(
                  it.place(),
                  "keys-exclude-each-other",
                  "A notification has 'deployments' or 'pull_requests'. Write two notifications."));
      notification
          .field("events")
          .ifPresent(it ->
              problems.add(
                  it.place(),
                  "key-not-here",
                  "A comment at a pull request says what would change, and is told of no events."
                      + " Remove this."));
    }
    return receiver;
  }

  private static Optional<Receiver> receiver(
      Node.Fields notification, String kind, Function<Node.Fields, Optional<Receiver>> reading) {
    return fields(notification, kind).flatMap(reading);
  }

  private static Optional<Receiver> slack(Node.Fields slack) {
    return file(slack, "url").map(Receiver.Slack::new);
  }

  private Optional<Receiver> listening(Node.Fields listening, Listening kind) {
    SortedMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    SortedMap<String, FileName> secrets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (Node.Field header : listening.fields("headers")) {
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
    return text(listening, "url")
        .map(url -> kind.of(url, headers, secrets, file(listening, "secret")));
  }

  private static Optional<Receiver> datadog(Node.Fields datadog) {
    String site = text(datadog, "site").orElse("datadoghq.com");
    return file(datadog, "key").map(key -> new Receiver.Datadog(site, key));
  }

  private static Optional<Receiver> email(Node.Fields email) {
    return file(email, "to").map(Receiver.Email::new);
  }

  private static Optional<Receiver> sentry(Node.Fields sentry) {
    List<String> projects =
        Texts.listOf(sentry, "projects").stream().map(Node.Text::value).distinct().toList();
    String url = text(sentry, "url").orElse("https://sentry.io");
    return text(sentry, "organization")
        .flatMap(organization ->
            file(sentry, "token")
                .map(token -> new Receiver.Sentry(url, organization, projects, token)));
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
