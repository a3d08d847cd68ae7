package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Either;
import dev.slipway.config.schema.Type.Flag;
import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Scalar;
import dev.slipway.config.schema.Type.Sequence;
import java.util.List;

/** The keys of what is told at GitHub. */
final class GitHubKeys {

  private static final int CHECKS_MAX = 50;

  private static final Key CHECKS =
      new Key(
          "checks",
          new Either(
              new Choice(List.of("none", "all")),
              new Sequence(new Scalar(Formats.CHECK), CHECKS_MAX)),
          false,
          "What GitHub is to find green before it makes a deployment: none, all that it knows"
              + " of, or these. None unless told otherwise.",
          "[ci/build]");

  private static final Key AUTO_MERGE =
      new Key(
          "auto_merge",
          new Flag(),
          false,
          "Whether GitHub first merges its default branch into a commit that is behind it. Not"
              + " unless told otherwise.",
          "true");

  private static final Key TRANSIENT =
      new Key(
          "transient",
          new Flag(),
          false,
          "Whether the environment will be gone some time, as a preview's. Not unless told"
              + " otherwise.",
          "true");

  private static final Key PRODUCTION =
      new Key(
          "production",
          new Flag(),
          false,
          "Whether people work with the environment. GitHub says so of 'production' alone"
              + " unless told otherwise.",
          "true");

  /** What GitHub is asked before a delivery starts. */
  static final Shape ASKED =
      new Shape(
          "asked deployment",
          "GitHub has to make a deployment of it before it starts.",
          List.of(
              CHECKS,
              AUTO_MERGE,
              new Key(
                  "deadline",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long GitHub is asked again, from when it was asked first. 1h unless told"
                      + " otherwise.",
                  "1h"),
              new Key(
                  "context",
                  new Scalar(ReceiverFormats.STATUS_CONTEXT),
                  false,
                  "What the environment's name at GitHub begins with; nothing unless told otherwise.",
                  "shop"),
              TRANSIENT,
              PRODUCTION),
          List.of());

  static final Shape DEPLOYMENTS =
      new Shape(
          "deployment",
          "Deliveries as deployments at GitHub, instead of statuses of commits.",
          List.of(
              CHECKS,
              AUTO_MERGE,
              TRANSIENT,
              PRODUCTION,
              new Key(
                  "url",
                  new Scalar(ReceiverFormats.RECEIVER_URL),
                  false,
                  "Where people see what was delivered. The environment's page here unless told"
                      + " otherwise.",
                  "https://staging.shop.example")),
          List.of());

  static final Shape GITHUB =
      new Shape(
          "github",
          "The statuses of commits at GitHub, or deployments, or comments at pull requests there.",
          List.of(
              new Key(
                  "context",
                  new Scalar(ReceiverFormats.STATUS_CONTEXT),
                  false,
                  "What the name of each status begins with; the environment follows. 'slipway' unless"
                      + " told otherwise. Of deployments, what the environment's name there begins"
                      + " with; nothing unless told otherwise. Of comments, what tells two at one pull"
                      + " request from each other.",
                  "slipway/shop"),
              new Key(
                  "deployments",
                  new Known(DEPLOYMENTS),
                  false,
                  "Deployments instead of statuses; {} for those that GitHub takes as they are.",
                  "{production: true}"),
              new Key(
                  "pull_requests",
                  new Flag(),
                  false,
                  "A comment at each open pull request, instead of statuses: what it would change.",
                  "true")),
          List.of());

  private GitHubKeys() {}
}
