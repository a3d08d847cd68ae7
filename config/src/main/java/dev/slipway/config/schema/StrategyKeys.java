package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Either;
import dev.slipway.config.schema.Type.Flag;
import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Scalar;
import dev.slipway.config.schema.Type.Sequence;
import dev.slipway.model.definition.StrategyDefinition;
import java.util.List;

/** The keys of how one release follows another, at a target and from target to target. */
final class StrategyKeys {

  static final Shape DECISION =
      new Shape(
          "decision",
          "What is asked of people before the next step.",
          List.of(
              new Key(
                  "within",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long somebody may take to say so. 24h unless told otherwise.",
                  "4h"),
              new Key(
                  "otherwise",
                  new Choice(List.of("back", "halt")),
                  false,
                  "What follows when nobody does: back (it fails, and what was in force before has"
                      + " all traffic again) or halt (it is stuck there). back unless told"
                      + " otherwise.",
                  "halt")),
          List.of());

  static final Shape STEP =
      new Shape(
          "strategy step",
          "One state that a service has on its way.",
          List.of(
              new Key(
                  "weight",
                  new Scalar(Formats.WEIGHT),
                  true,
                  "The share of traffic that what is new has, in percent.",
                  "10"),
              new Key(
                  "for",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long every target there has to be healthy without a break before the next"
                      + " step.",
                  "5m"),
              new Key(
                  "decision",
                  new Either(new Flag(), new Known(DECISION)),
                  false,
                  "Whether somebody has to say slipway continue before the next step: true, or a"
                      + " mapping that says more.",
                  "{within: 4h, otherwise: halt}"),
              new Key(
                  "replicas",
                  new Scalar(Formats.INSTANCES),
                  false,
                  "How many new instances there are. As many as the weight takes, rounded up, unless"
                      + " told otherwise. Only with custom.",
                  "2"),
              new Key(
                  "old",
                  new Scalar(Formats.INSTANCES),
                  false,
                  "How many old instances there are. As many as their share takes, rounded up,"
                      + " unless told otherwise. Only with custom.",
                  "4")),
          List.of());

  static final Shape STRATEGY =
      new Shape(
          "strategy",
          "How one release of a process follows another.",
          List.of(
              new Key(
                  "name",
                  new Scalar(Formats.STRATEGY),
                  true,
                  "recreate (stop the old one, then start the new one), rolling (replace one"
                      + " instance after the other, one target after the other), blue-green (start"
                      + " all that is new beside the old, then switch at once), canary (what is new"
                      + " gets a growing share), highlander (switch at once, and nothing old stays),"
                      + " in-place (as recreate, and a few targets may fail) or custom (steps of your"
                      + " own).",
                  "blue-green"),
              new Key(
                  "drain",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long an instance that gets nothing new may take to end what it has. 30s"
                      + " unless told otherwise. Not with recreate and in-place.",
                  "1m"),
              new Key(
                  "batch",
                  new Scalar(Formats.PORTION),
                  false,
                  "How many instances are replaced at a time: a number, or a share such as 25%. 1"
                      + " unless told otherwise. Only with rolling.",
                  "2"),
              new Key(
                  "standby",
                  new Flag(),
                  false,
                  "Whether the old release runs on without traffic until the next delivery. false"
                      + " unless told otherwise. Only with blue-green.",
                  "true"),
              new Key(
                  "failures",
                  new Scalar(Formats.COUNT),
                  false,
                  "How many targets may fail without stopping the others; they are tried again. None"
                      + " unless told otherwise. Only with in-place.",
                  "2"),
              new Key(
                  "steps",
                  new Sequence(new Known(STEP), StrategyDefinition.STAGES_MAX),
                  false,
                  "The states on the way, in order; at most 20. With canary the weights grow and the"
                      + " last is 100; after the last step of custom comes the wanted state. Needed"
                      + " with these two, and only with them.",
                  "[{weight: 10, for: 5m}, {weight: 50, decision: true}, {weight: 100}]")),
          List.of());

  static final Shape ROLLOUTS =
      new Shape(
          "rollout policy",
          "How deliveries are rolled out in an environment, whatever the strategies of their"
              + " services.",
          List.of(
              new Key(
                  "at_once",
                  new Scalar(Formats.PORTION),
                  false,
                  "How many targets a delivery may reach at a time: a number, a share such as 25%,"
                      + " or all. One first, and then never more than have come through, unless told"
                      + " otherwise.",
                  "25%"),
              new Key(
                  "absent_after",
                  new Scalar(Formats.DURATION),
                  false,
                  "For how long a target may not have been heard of before deliveries start without"
                      + " it; it gets what is in force when it is back. A minute at least. They"
                      + " always wait for it, unless told otherwise.",
                  "1h"),
              new Key(
                  "progress_within",
                  new Scalar(Formats.DURATION),
                  false,
                  "How long a target may take to each of its orders before it is silent. The longest"
                      + " timeout of its services and silent_after, unless told otherwise.",
                  "20m"),
              new Key(
                  "when_silent",
                  new Choice(List.of("halt", "back")),
                  false,
                  "What follows when a target is silent: halt (the delivery is stuck until somebody"
                      + " says what is to be) or back (it fails). halt unless told otherwise.",
                  "back")),
          List.of());

  private StrategyKeys() {}
}
