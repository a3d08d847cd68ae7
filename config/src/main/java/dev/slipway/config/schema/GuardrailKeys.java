package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Either;
import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Scalar;
import dev.slipway.config.schema.Type.Sequence;
import dev.slipway.model.definition.ResourcePolicy;
import java.util.List;

/** The keys of what must hold in an environment before a delivery starts. */
final class GuardrailKeys {

  private static final int GROUPS_MAX = 5;
  private static final int RULES_MAX = 10;

  private static final Scalar GROUP = new Scalar(Formats.NAME);

  static final Shape APPROVAL =
      new Shape(
          "approval",
          "People have to approve a delivery before it starts.",
          List.of(
              new Key(
                  "of",
                  new Scalar(Formats.APPROVALS),
                  false,
                  "How many different people, from 1 to 20. 1 unless told otherwise.",
                  "2"),
              new Key(
                  "role",
                  new Choice(List.of("approver", "owner", "admin")),
                  false,
                  "The least role whose word counts. approver unless told otherwise.",
                  "owner"),
              new Key(
                  "from",
                  new Either(GROUP, new Sequence(GROUP, GROUPS_MAX)),
                  false,
                  "Groups of people, at most 5; each approver has to be a member of one of them."
                      + " Everybody with the role counts unless told otherwise.",
                  "[security, release-board]"),
              new Key(
                  "self",
                  new Choice(List.of("refused", "allowed")),
                  false,
                  "Whether the word of an author of the change, or of whoever asked for it, counts."
                      + " refused unless told otherwise; where it is allowed, it is recorded.",
                  "allowed"),
              new Key(
                  "expires",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long an approval counts while the delivery has not started. 24h unless told"
                      + " otherwise.",
                  "8h")),
          List.of());

  /** Where a guardrail of a kind that can be judged at several junctures is. */
  private static final Key AT =
      new Key(
          "at",
          new Choice(List.of("before-approval", "after-approval", "during", "after")),
          false,
          "Where it is judged: before people are asked to approve it, before it starts, before each"
              + " further step, or before it settles. after-approval unless told otherwise.",
          "during");

  private static final Scalar CHECK = new Scalar(Formats.CHECK);
  private static final Type CHECK_NAMES = new Either(CHECK, new Sequence(CHECK, 50));

  static final Shape CHECKS =
      new Shape(
          "mapping of checks",
          "Checks of the commit that have to be green.",
          List.of(
              new Key(
                  "required",
                  CHECK_NAMES,
                  false,
                  "Those that nothing passes over; a red one ends the delivery.",
                  "[ci/build, Unit tests]"),
              new Key(
                  "optional",
                  CHECK_NAMES,
                  false,
                  "Those that slipway deploy --force passes over; without it a red one holds the"
                      + " delivery.",
                  "[ci/coverage]"),
              new Key(
                  "deadline",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long each may take, from when it is waited for or the check was heard"
                      + " of last. 30m unless told otherwise.",
                  "1h"),
              AT),
          List.of());

  /** One name, several, or a mapping that says more. */
  static final Type CHECKS_BRIEFLY =
      new Either(CHECK, new Either(new Sequence(CHECK, 50), new Known(CHECKS)));

  private static final Key APPROVALS =
      new Key(
          "approval",
          new Either(new Sequence(new Known(APPROVAL), RULES_MAX), new Known(APPROVAL)),
          false,
          "People who have to approve it: one rule, or a list of at most 10 that all must be met.",
          "{of: 2, role: owner}");

  static final Shape RESOURCE =
      new Shape(
          "needed resource",
          "Something outside of Slipway that has to be at a version.",
          List.of(
              new Key(
                  "resource",
                  new Scalar(Formats.NAME),
                  true,
                  "Which resource; its own document says who its owner is.",
                  "orders-schema"),
              new Key(
                  "at_least",
                  new Scalar(Formats.RESOURCE_VERSION),
                  true,
                  "The version that it has to be at, or beyond.",
                  "2"),
              AT),
          List.of());

  private static final Key RESOURCES =
      new Key(
          "resources",
          new Sequence(new Known(RESOURCE), ResourcePolicy.RESOURCES_MAX),
          false,
          "Resources that have to be at a version; at most 20.",
          "[{resource: orders-schema, at_least: 2}]");

  static final Shape OF_APPLICATION =
      new Shape(
          "application's guardrail list",
          "What must hold before a delivery of the application starts there, on top of what the"
              + " environment asks for.",
          List.of(APPROVALS, RESOURCES),
          List.of());

  static final Shape SOAK =
      new Shape(
          "soak",
          "What is delivered has to have been in force elsewhere for some time.",
          List.of(
              new Key(
                  "for",
                  new Scalar(Formats.DURATION),
                  true,
                  "How long it has to have been in force there without a failure.",
                  "2h"),
              new Key(
                  "in",
                  new Scalar(Formats.NAME),
                  false,
                  "The environment, which lies on the application's route. The one before this on"
                      + " that route, unless told otherwise.",
                  "staging")),
          List.of());

  static final Shape GUARDRAILS =
      new Shape(
          "guardrail list",
          "What must hold before a delivery starts there, and before it settles.",
          List.of(
              APPROVALS,
              new Key(
                  "checks",
                  CHECKS_BRIEFLY,
                  false,
                  "Checks of its commit that have to be green: names, or a mapping that says more.",
                  "{required: [ci/build], deadline: 1h}"),
              new Key(
                  "soak",
                  new Either(new Scalar(Formats.DURATION), new Known(SOAK)),
                  false,
                  "How long it has to have been in force in an environment before this one: a time,"
                      + " or a mapping that says more.",
                  "2h"),
              new Key(
                  "bake",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long every target has to be healthy with what is new before a delivery"
                      + " settles.",
                  "5m"),
              RESOURCES,
              new Key(
                  "deployment",
                  new Known(GitHubKeys.ASKED),
                  false,
                  "GitHub has to make a deployment of it before it starts; {} for one that it makes"
                      + " as it is.",
                  "{checks: [ci/build], deadline: 1h}")),
          List.of());

  private GuardrailKeys() {}
}
