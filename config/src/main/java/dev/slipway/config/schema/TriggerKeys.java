package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Either;
import dev.slipway.config.schema.Type.Scalar;
import dev.slipway.config.schema.Type.Sequence;
import java.util.List;

/** The keys of a trigger. */
final class TriggerKeys {

  private static final Scalar GLOB = new Scalar(Formats.GLOB);
  private static final Type GLOBS = new Either(GLOB, new Sequence(GLOB, 50));
  private static final Scalar EVENT_TYPE = new Scalar(Formats.EVENT_TYPE);
  private static final Type EVENT_TYPES = new Either(EVENT_TYPE, new Sequence(EVENT_TYPE, 50));
  private static final Scalar PARAMETER = new Scalar(Formats.PARAMETER);
  private static final Type PARAMETERS = new Either(PARAMETER, new Sequence(PARAMETER, 50));
  private static final Scalar NAME = new Scalar(Formats.NAME);

  private static final String PATTERN =
      " '*' stands for any characters within one part of the name, '**' for any across parts, '?'"
          + " for one character.";

  static final List<Key> ALL =
      List.of(
          new Key(
              "on",
              new Choice(List.of("push", "tag", "image", "event")),
              true,
              "What it listens to: push (a branch moved), tag (a tag was made or moved), image (an image"
                  + " moved that a parameter follows) or event (a signed event named a commit).",
              "push"),
          new Key(
              "branch",
              GLOBS,
              false,
              "With on: push, the branch or a pattern of branches." + PATTERN,
              "main"),
          new Key(
              "branches", GLOBS, false, "The same as branch, for several.", "[main, release/*]"),
          new Key(
              "tag", GLOBS, false, "With on: tag, the tag or a pattern of tags." + PATTERN, "v*"),
          new Key("tags", GLOBS, false, "The same as tag, for several.", "[v*, hotfix-*]"),
          new Key(
              "parameter",
              PARAMETERS,
              false,
              "With on: image, the parameter that follows it.",
              "image"),
          new Key(
              "parameters",
              PARAMETERS,
              false,
              "The same as parameter, for several.",
              "[image, sidecar]"),
          new Key(
              "type",
              EVENT_TYPES,
              false,
              "With on: event, the CloudEvents type.",
              "dev.cdevents.artifact.published.0.2.0"),
          new Key(
              "types",
              EVENT_TYPES,
              false,
              "The same as type, for several.",
              "[org.example.built, org.example.released]"),
          new Key(
              "to",
              new Either(NAME, new Sequence(NAME, 50)),
              false,
              "The part of the route that its shipments travel; the whole route unless told"
                  + " otherwise.",
              "[staging]"),
          new Key(
              "checks",
              GuardrailKeys.CHECKS_BRIEFLY,
              false,
              "Checks of the commit that have to be green before what it ships starts anywhere:"
                  + " names, or a mapping that says more.",
              "[ci/build]"),
          new Key(
              "name",
              NAME,
              false,
              "The trigger's name; made from what it listens to unless told otherwise, such as"
                  + " push-main.",
              "mainline"));

  private TriggerKeys() {}
}
