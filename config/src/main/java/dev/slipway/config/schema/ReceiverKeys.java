package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Either;
import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Named;
import dev.slipway.config.schema.Type.Scalar;
import java.util.List;

/** The keys of the receivers that notifications have. */
final class ReceiverKeys {

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
                  "{file: hook-secret}")),
          List.of());

  static final Shape GITHUB =
      new Shape(
          "github",
          "The statuses of commits at GitHub.",
          List.of(
              new Key(
                  "context",
                  new Scalar(ReceiverFormats.STATUS_CONTEXT),
                  false,
                  "What the name of each status begins with; the environment follows. 'slipway' unless"
                      + " told otherwise.",
                  "slipway/shop")),
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
