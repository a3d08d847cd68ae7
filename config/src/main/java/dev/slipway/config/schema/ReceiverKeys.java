package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Either;
import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Named;
import dev.slipway.config.schema.Type.Scalar;
import dev.slipway.config.schema.Type.Sequence;
import java.util.List;

/** The keys of the receivers that notifications have. */
final class ReceiverKeys {

  /** Datadog's sites; a key is of one of them and goes nowhere else. */
  private static final List<String> SITES =
      List.of(
          "datadoghq.com",
          "us3.datadoghq.com",
          "us5.datadoghq.com",
          "datadoghq.eu",
          "ap1.datadoghq.com",
          "ap2.datadoghq.com",
          "ddog-gov.com",
          "us2.ddog-gov.com");

  static final Shape IN_FILE =
      new Shape(
          "file",
          "Something secret that lies in a file of the server.",
          List.of(
              new Key(
                  "file",
                  new Scalar(Formats.NAME),
                  true,
                  "The file's name, in the folder that the server was started with.",
                  "slack-url")),
          List.of());

  /** What is said of whoever listens at an address. */
  private static final List<Key> LISTENING =
      List.of(
          new Key(
              "url",
              new Scalar(ReceiverFormats.RECEIVER_URL),
              true,
              "Where messages are sent. What lies inside the server's network is reached only"
                  + " where its administrator listed it.",
              "https://hooks.example/slipway"),
          new Key(
              "headers",
              new Named(
                  ReceiverFormats.HEADER,
                  new Either(new Scalar(ReceiverFormats.HEADER_VALUE), new Known(IN_FILE)),
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
              "{file: hook-secret}"));

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
      new Shape("webhook", "Whoever listens at an address.", LISTENING, List.of());

  static final Shape CD_EVENTS =
      new Shape("cdevents", "Whoever listens for CDEvents at an address.", LISTENING, List.of());

  static final Shape DATADOG =
      new Shape(
          "datadog",
          "The events of Datadog.",
          List.of(
              new Key(
                  "site",
                  new Choice(SITES),
                  false,
                  "Which of Datadog's sites it is. 'datadoghq.com' unless told otherwise.",
                  "datadoghq.eu"),
              new Key(
                  "key",
                  new Known(IN_FILE),
                  true,
                  "The file that holds a key of Datadog's API.",
                  "{file: datadog-key}")),
          List.of());

  static final Shape EMAIL =
      new Shape(
          "email",
          "People, by letters.",
          List.of(
              new Key(
                  "to",
                  new Known(IN_FILE),
                  true,
                  "The file that holds their addresses, with commas between them. They are never"
                      + " written here, for what stands here is kept for ever.",
                  "{file: shop-people}")),
          List.of());

  static final Shape SENTRY =
      new Shape(
          "sentry",
          "The releases and deploys of a Sentry.",
          List.of(
              new Key(
                  "organization",
                  new Scalar(ReceiverFormats.SENTRY_SLUG),
                  true,
                  "The slug of the organisation at Sentry.",
                  "acme"),
              new Key(
                  "projects",
                  new Either(
                      new Scalar(ReceiverFormats.SENTRY_SLUG),
                      new Sequence(new Scalar(ReceiverFormats.SENTRY_SLUG), 20)),
                  true,
                  "The slugs of the projects whose releases they are.",
                  "[shop-web, shop-jobs]"),
              new Key(
                  "token",
                  new Known(IN_FILE),
                  true,
                  "The file that holds a token that may write releases.",
                  "{file: sentry-token}"),
              new Key(
                  "url",
                  new Scalar(ReceiverFormats.BASE_URL),
                  false,
                  "Where Sentry is reached, without what its API adds. 'https://sentry.io' unless told"
                      + " otherwise.",
                  "https://sentry.example")),
          List.of());

  static final Shape GRAFANA =
      new Shape(
          "grafana",
          "The annotations of a Grafana.",
          List.of(
              new Key(
                  "url",
                  new Scalar(ReceiverFormats.BASE_URL),
                  true,
                  "Where Grafana is reached, without what its API adds.",
                  "https://grafana.example"),
              new Key(
                  "token",
                  new Known(IN_FILE),
                  true,
                  "The file that holds the token of a service account that may write annotations.",
                  "{file: grafana-token}"),
              new Key(
                  "dashboard",
                  new Scalar(ReceiverFormats.DASHBOARD),
                  false,
                  "The uid of the dashboard whose annotations they are. Those of the whole"
                      + " organisation unless told otherwise.",
                  "cIBgcSjkk")),
          List.of());

  private ReceiverKeys() {}
}
