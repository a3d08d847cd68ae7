package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Either;
import dev.slipway.config.schema.Type.Known;
import dev.slipway.config.schema.Type.Named;
import dev.slipway.config.schema.Type.Scalar;
import dev.slipway.config.schema.Type.Sequence;
import java.util.List;

/** The keys of overlays: what others than its application say of a service. */
final class OverlayKeys {

  private static final Scalar NAME = new Scalar(Formats.NAME);
  private static final Scalar PATTERN = new Scalar(Formats.NAME_PATTERN);
  static final Type PATTERNS = new Either(PATTERN, new Sequence(PATTERN, 50));
  private static final String MATCHING =
      " '*' stands for any characters. All unless told otherwise.";

  static final Shape REACH =
      new Shape(
          "overlay's selector",
          "What an overlay is for; all of it has to match.",
          List.of(
              new Key(
                  "applications",
                  PATTERNS,
                  false,
                  "Applications, by name or pattern." + MATCHING,
                  "[shop, 'billing-*']"),
              new Key(
                  "environments",
                  PATTERNS,
                  false,
                  "Environments, by name or pattern." + MATCHING,
                  "production"),
              new Key(
                  "services", PATTERNS, false, "Services, by name or pattern." + MATCHING, "web"),
              new Key(
                  "labels",
                  new Named(Formats.LABEL, new Scalar(Formats.LABEL_VALUE), 50),
                  false,
                  "Labels that the environment has to have, every one of them.",
                  "{region: eu}")),
          List.of());

  private static final Shape AMOUNTS = range(Formats.COUNT, "1", "10");
  private static final Shape TIMES = range(Formats.DURATION, "30s", "30m");
  private static final Shape SIZES = range(Formats.MEMORY, "64m", "2g");

  static final Shape PROCESS_LIMITS =
      new Shape(
          "mapping of limited limits",
          "What the limits of processes may be. One that nobody sets is more than any max.",
          List.of(
              new Key("memory", new Known(SIZES), false, "The memory of each.", "{max: 2g}"),
              new Key(
                  "open_files",
                  new Known(AMOUNTS),
                  false,
                  "The open files of each.",
                  "{max: 4096}"),
              new Key(
                  "processes", new Known(AMOUNTS), false, "The processes of each.", "{max: 200}")),
          List.of());

  static final Shape TOTAL =
      new Shape(
          "total",
          "Sums over all that an overlay is for, in each environment.",
          List.of(
              new Key(
                  "replicas",
                  new Scalar(Formats.COUNT),
                  true,
                  "How many replicas all services may have together at each target.",
                  "40")),
          List.of());

  static final Shape LIMITS =
      new Shape(
          "overlay's limit",
          "What values may be, whoever says them. A value that is not so is refused, never cut.",
          List.of(
              new Key(
                  "replicas", new Known(AMOUNTS), false, "How many replicas.", "{min: 2, max: 10}"),
              new Key(
                  "strategy",
                  new Sequence(new Scalar(Formats.STRATEGY), 10),
                  false,
                  "Which strategies, by their names.",
                  "[rolling, blue-green]"),
              new Key(
                  "limits",
                  new Known(PROCESS_LIMITS),
                  false,
                  "What the limits of processes may be.",
                  "{memory: {max: 2g}}"),
              new Key("timeout", new Known(TIMES), false, "How long in all.", "{max: 30m}"),
              new Key(
                  "no_output_timeout",
                  new Known(TIMES),
                  false,
                  "How long without output; commands only.",
                  "{max: 10m}"),
              new Key(
                  "variables",
                  new Named(Formats.VARIABLE, new Sequence(new Scalar(Formats.VALUE), 50), 50),
                  false,
                  "For a variable by its name, the values that it may have.",
                  "{LOG_LEVEL: [info, warn]}"),
              new Key(
                  "total",
                  new Known(TOTAL),
                  false,
                  "What all services may have together.",
                  "{replicas: 40}")),
          List.of());

  private static final Shape CAMPAIGN =
      new Shape(
          "overlay's campaign",
          "How fast a change of an overlay is sent.",
          List.of(
              new Key(
                  "at_once",
                  new Scalar(Formats.PORTION),
                  false,
                  "How many of its shipments may be under way at once. One first unless told"
                      + " otherwise, and then never more than have come through.",
                  "25%"),
              new Key(
                  "every",
                  new Scalar(Formats.DURATION),
                  false,
                  "The least time between two starts. None unless told.",
                  "10m")),
          List.of());

  private OverlayKeys() {}

  /** The document. */
  static Shape overlay(Shape values) {
    return new Shape(
        "overlay",
        "What somebody says of services that are declared elsewhere: values for whoever says"
            + " nothing, values that have to be, and what values may be.",
        List.of(
            new Key("overlay", NAME, true, "The overlay's name.", "cost-caps"),
            new Key("owner", NAME, true, "Who answers for it.", "finance"),
            new Key(
                "for",
                new Known(REACH),
                false,
                "What it is for; every service everywhere unless told otherwise.",
                "{environments: production}"),
            new Key(
                "set",
                new Known(values),
                false,
                "Values for whoever says nothing of them.",
                "{replicas: 2}"),
            new Key(
                "require",
                new Known(values),
                false,
                "Values that have to be, whatever the application says.",
                "{variables: {TLS: required}}"),
            new Key(
                "limit",
                new Known(LIMITS),
                false,
                "What values may be, whoever says them.",
                "{replicas: {max: 10}}"),
            new Key(
                "campaign",
                new Known(CAMPAIGN),
                false,
                "How fast a change of it is sent by itself to what it concerns. Nothing is sent by"
                    + " itself unless told.",
                "{at_once: 25%, every: 10m}")),
        List.of());
  }

  private static Shape range(Format format, String least, String most) {
    return new Shape(
        "range",
        "From the least to the most.",
        List.of(
            new Key("min", new Scalar(format), false, "Not less than this.", least),
            new Key("max", new Scalar(format), false, "Not more than this.", most)),
        List.of());
  }
}
