package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Either;
import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Named;
import dev.slipway.config.schema.Type.Scalar;
import dev.slipway.config.schema.Type.Sequence;
import dev.slipway.model.notification.Occasion;
import java.util.Arrays;
import java.util.List;

/** The keys of who is told of what happens. */
final class NotificationKeys {

  private static final Scalar NAME = new Scalar(Formats.NAME);

  /** The words for what happens. */
  private static final Choice OCCASION =
      new Choice(Arrays.stream(Occasion.values()).map(Occasion::word).toList());

  static final Shape NOTIFIED =
      new Shape(
          "notification's selector",
          "What a notification is for; all of it has to match.",
          List.of(
              new Key(
                  "applications",
                  OverlayKeys.PATTERNS,
                  false,
                  "Applications, by name or pattern. '*' stands for any characters. All unless told"
                      + " otherwise.",
                  "[shop, 'billing-*']"),
              new Key(
                  "environments",
                  OverlayKeys.PATTERNS,
                  false,
                  "Environments, by name or pattern. '*' stands for any characters. All unless told"
                      + " otherwise.",
                  "production"),
              new Key(
                  "labels",
                  new Named(Formats.LABEL, new Scalar(Formats.LABEL_VALUE), 50),
                  false,
                  "Labels that the environment has to have, every one of them.",
                  "{region: eu}")),
          List.of());

  static final Shape NOTIFICATION =
      new Shape(
          "notification",
          "Who is told of what happens. An admin applies it.",
          List.of(
              new Key("notification", NAME, true, "The notification's name.", "shop-team"),
              new Key(
                  "for",
                  new Known(NOTIFIED),
                  false,
                  "What it is for; every application everywhere unless told otherwise.",
                  "{environments: production}"),
              new Key(
                  "events",
                  new Either(OCCASION, new Sequence(OCCASION, Occasion.values().length)),
                  false,
                  "What is told. All unless told otherwise; a bypass of a guardrail is told always.",
                  "[failed, stuck]"),
              new Key(
                  "slack",
                  new Known(ReceiverKeys.SLACK),
                  false,
                  "Tell it to a channel of Slack. A notification has one receiver, of whichever kind.",
                  "{url: {file: slack-url}}"),
              new Key(
                  "webhook",
                  new Known(ReceiverKeys.WEBHOOK),
                  false,
                  "Tell it to whoever listens at an address.",
                  "{url: 'https://hooks.example/slipway'}"),
              new Key(
                  "github",
                  new Known(GitHubKeys.GITHUB),
                  false,
                  "Tell it as statuses of the commits at GitHub, or as deployments, or comment on pull"
                      + " requests there.",
                  "{context: slipway/shop}"),
              new Key(
                  "cdevents",
                  new Known(ReceiverKeys.CD_EVENTS),
                  false,
                  "Tell it to whoever listens for CDEvents at an address.",
                  "{url: 'https://events.example/cdevents'}"),
              new Key(
                  "datadog",
                  new Known(ReceiverKeys.DATADOG),
                  false,
                  "Tell it as events of Datadog.",
                  "{site: datadoghq.eu, key: {file: datadog-key}}"),
              new Key(
                  "email",
                  new Known(ReceiverKeys.EMAIL),
                  false,
                  "Tell it to people, by letters.",
                  "{to: {file: shop-people}}"),
              new Key(
                  "sentry",
                  new Known(ReceiverKeys.SENTRY),
                  false,
                  "Tell it as releases and deploys of a Sentry.",
                  "{organization: acme, projects: [shop-web], token: {file: sentry-token}}"),
              new Key(
                  "grafana",
                  new Known(ReceiverKeys.GRAFANA),
                  false,
                  "Tell it as annotations of a Grafana.",
                  "{url: 'https://grafana.example', token: {file: grafana-token}}")),
          List.of(
              "slack", "webhook", "github", "cdevents", "datadog", "email", "sentry", "grafana"));

  private NotificationKeys() {}
}
