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

  static final Shape IN_FILE =
      new Shape(
          "file",
          "Something secret that lies in a file of the server.",
          List.of(
              new Key(
                  "file",
                  NAME,
                  true,
                  "The file's name, in the folder that the server was started with.",
                  "slack-url")),
          List.of());

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

  static final Shape SLACK =
      new Shape(
          "slack",
          "An incoming webhook of Slack.",
          List.of(
              new Key(
                  "url",
                  new Known(IN_FILE),
                  true,
                  "The file that holds its address. Whoever knows the address can post, so it is"
                      + " never written here.",
                  "{file: slack-url}")),
          List.of());

  static final Shape WEBHOOK =
      new Shape(
          "webhook",
          "Whoever listens at an address.",
          List.of(
              new Key(
                  "url",
                  new Scalar(Formats.RECEIVER_URL),
                  true,
                  "Where messages are sent. What lies inside the server's network is reached only"
                      + " where its administrator listed it.",
                  "https://hooks.example/slipway"),
              new Key(
                  "headers",
                  new Named(
                      Formats.HEADER,
                      new Either(new Scalar(Formats.HEADER_VALUE), new Known(IN_FILE)),
                      10),
                  false,
                  "Headers of your own, with a value or with the file that holds it. They go to this"
                      + " address only, wherever it leads.",
                  "{X-Team: shop, Authorization: {file: hook-token}}"),
              new Key(
                  "secret",
                  new Known(IN_FILE),
                  false,
                  "The file that holds what messages are signed with, whsec_ and Base64. Not signed"
                      + " unless told otherwise.",
                  "{file: hook-secret}")),
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
                  new Known(SLACK),
                  false,
                  "Tell it to a channel of Slack; or webhook, or github.",
                  "{url: {file: slack-url}}"),
              new Key(
                  "webhook",
                  new Known(WEBHOOK),
                  false,
                  "Tell it to whoever listens at an address; or slack, or github.",
                  "{url: 'https://hooks.example/slipway'}"),
              new Key(
                  "github",
                  new Known(GitHubKeys.GITHUB),
                  false,
                  "Tell it as statuses of the commits at GitHub, or as deployments; or slack, or webhook.",
                  "{context: slipway/shop}")),
          List.of("slack", "webhook", "github"));

  private NotificationKeys() {}
}
