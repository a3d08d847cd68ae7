package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Scalar;
import dev.slipway.config.schema.Type.Sequence;
import dev.slipway.model.layer.PolicyDefinition;
import java.util.List;

/** The keys of policies: what has to be so of services, whoever declares them. */
final class PolicyKeys {

  private static final Scalar NAME = new Scalar(Formats.NAME);
  private static final Scalar CONDITION = new Scalar(Formats.CONDITION);

  static final Shape RULE =
      new Shape(
          "rule",
          "One thing that has to be so of every service that the policy is for.",
          List.of(
              new Key(
                  "must",
                  CONDITION,
                  true,
                  "What has to be true, in the Common Expression Language.",
                  "service.replicas >= 2"),
              new Key(
                  "when",
                  CONDITION,
                  false,
                  "Where that is asked. Of every service unless told otherwise.",
                  "service.kind == 'run'"),
              new Key(
                  "message",
                  new Scalar(Formats.REMARK),
                  true,
                  "What people are told where it is not so: what to do.",
                  "One instance is none. Ask for two.")),
          List.of());

  static final Shape POLICY =
      new Shape(
          "policy",
          "What has to be so of services that are declared elsewhere. It sets nothing, and only says"
              + " no.",
          List.of(
              new Key("policy", NAME, true, "The policy's name.", "no-debug"),
              new Key("owner", NAME, true, "Who answers for it.", "security"),
              new Key(
                  "for",
                  new Known(OverlayKeys.REACH),
                  false,
                  "What it is for; every service everywhere unless told otherwise.",
                  "{environments: production}"),
              new Key(
                  "rules",
                  new Sequence(new Known(RULE), PolicyDefinition.RULES_MAX),
                  true,
                  "What has to be so; at most 20 rules, all of which have to hold.",
                  "[{must: service.replicas >= 2, message: Ask for two.}]")),
          List.of());

  private PolicyKeys() {}
}
