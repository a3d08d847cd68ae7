package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Flag;
import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Named;
import dev.slipway.config.schema.Type.Scalar;
import java.util.List;

/** The keys of the documents of a platform's owner. */
final class PlatformKeys {

  private static final Type NAME = new Scalar(Formats.NAME);
  private static final Type DURATION = new Scalar(Formats.DURATION);
  private static final Type LABELS = new Named(Formats.LABEL, new Scalar(Formats.LABEL_VALUE), 50);

  static final Shape ENVIRONMENT =
      new Shape(
          "environment",
          "A named place that applications are delivered to. The platform's owner applies it.",
          List.of(
              new Key("environment", NAME, true, "The environment's name.", "production"),
              new Key("labels", LABELS, false, "Labels by name; at most 50.", "{region: eu}"),
              new Key(
                  "silent_after",
                  DURATION,
                  false,
                  "How long a target may stay silent past its deadline before its rollout is stuck."
                      + " 5m unless told otherwise.",
                  "10m"),
              new Key(
                  "guardrails",
                  new Known(GuardrailKeys.GUARDRAILS),
                  false,
                  "What must hold before a delivery starts there, and before it settles.",
                  "{approval: {of: 2}}"),
              new Key(
                  "queue",
                  new Choice(List.of("latest", "every", "batch", "train")),
                  false,
                  "What becomes of automatic shipments that wait: only the latest runs, every one"
                      + " does, a batch of those that wait side by side runs as the newest of them,"
                      + " or they run as a train, where what fails stops all behind it. latest"
                      + " unless told otherwise.",
                  "every"),
              new Key(
                  "concurrency",
                  new Scalar(Formats.CONCURRENCY),
                  false,
                  "How many rollouts may be under way there at once, whichever applications they"
                      + " are of; the others wait in line, the longest waiting first. As many as"
                      + " there are unless told otherwise.",
                  "1"),
              new Key(
                  "rollouts",
                  new Known(StrategyKeys.ROLLOUTS),
                  false,
                  "How deliveries are rolled out there: to how many targets at once, and what follows"
                      + " when one is away.",
                  "{at_once: 25%}"),
              new Key(
                  "protected",
                  new Flag(),
                  false,
                  "Whether whoever deploys there or rolls back there by hand has to name it once"
                      + " more. false unless told otherwise.",
                  "true"),
              new Key(
                  "allow_empty",
                  new Flag(),
                  false,
                  "Whether a delivery settles when the environment has no target at all. false"
                      + " unless told otherwise; then it is stuck until a target joins.",
                  "true"),
              new Key(
                  "on_failure",
                  new Scalar(Formats.ON_FAILURE),
                  false,
                  "What follows here when a rollout fails: halt, or rollback to the delivery that"
                      + " was in force before. What the application says, unless told here.",
                  "rollback")),
          List.of());

  /** All that can be said of an environment beside its name. */
  static final Shape TEMPLATE =
      new Shape(
          "template",
          "What each environment of a group is like.",
          ENVIRONMENT.keys().stream().filter(key -> !key.name().equals("environment")).toList(),
          List.of());

  static final Shape SELECTED_TARGETS =
      new Shape(
          "group's selector",
          "Which targets a group makes an environment for.",
          List.of(
              new Key(
                  "labels",
                  LABELS,
                  true,
                  "Labels that a target has to have, every one of them.",
                  "{tier: edge}")),
          List.of());

  static final Shape ENVIRONMENT_GROUP =
      new Shape(
          "environment_group",
          "Environments that are made from one template, each for one target. The platform's owner"
              + " applies it.",
          List.of(
              new Key(
                  "environment_group",
                  NAME,
                  true,
                  "The group's name, by which routes name all of its environments. The environment"
                      + " of target eu-1 in the group edge is edge-eu-1.",
                  "edge"),
              new Key(
                  "for",
                  new Known(SELECTED_TARGETS),
                  true,
                  "Which targets have an environment of their own in it: those that name no"
                      + " environment, and have these labels.",
                  "{labels: {tier: edge}}"),
              new Key(
                  "template",
                  new Known(TEMPLATE),
                  false,
                  "What each of its environments is like: every key of an environment but its name."
                      + " As an environment of which nothing is said, unless told otherwise.",
                  "{rollouts: {at_once: all}}"),
              new Key(
                  "allow_empty",
                  new Flag(),
                  false,
                  "Whether a route may name it while it has no environment yet; then it stands for"
                      + " nothing. false unless told otherwise.",
                  "true")),
          List.of());

  static final Shape TARGET =
      new Shape(
          "target",
          "One concrete place in an environment where an agent acts. The platform's owner applies"
              + " it.",
          List.of(
              new Key("target", NAME, true, "The target's name within its environment.", "eu-1"),
              new Key(
                  "environment",
                  NAME,
                  false,
                  "The environment that it belongs to, for good. The one that a group makes for it,"
                      + " which its labels select, unless told otherwise.",
                  "production"),
              new Key("labels", LABELS, false, "Labels by name; at most 50.", "{zone: eu-1a}"),
              new Key(
                  "local",
                  new Flag(),
                  false,
                  "Whether it is the server's own machine, whose agent the server starts. false"
                      + " unless told otherwise.",
                  "true")),
          List.of(),
          List.of("environment", "labels"));

  static final Shape RESOURCE =
      new Shape(
          "resource",
          "Something outside of Slipway that has a version and that deliveries wait for. The"
              + " platform's owner applies it.",
          List.of(
              new Key("resource", NAME, true, "The resource's name.", "orders-schema"),
              new Key(
                  "owner",
                  NAME,
                  true,
                  "The group of people who see to it: they say at which version it is, and are asked"
                      + " where something waits for it.",
                  "orders-team"),
              new Key(
                  "description",
                  new Scalar(Formats.REMARK),
                  false,
                  "What it is, in one line.",
                  "The schema of the database of orders")),
          List.of());

  private PlatformKeys() {}
}
