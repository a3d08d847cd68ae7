package dev.slipway.config.schema;

import dev.slipway.config.schema.Type.Choice;
import dev.slipway.config.schema.Type.Scalar;
import dev.slipway.config.schema.Type.Sequence;
import java.util.List;

/** The keys of a parameter. */
final class ParameterKeys {

  static final Shape PARAMETER =
      new Shape(
          "parameter",
          "A value that a delivery is given apart from what documents say; words have it as"
              + " {params[NAME]}.",
          List.of(
              new Key(
                  "type",
                  new Choice(List.of("string", "integer", "boolean", "image", "commit", "secret")),
                  true,
                  "What it may be: any text, a whole number, true or false, the name of an image, the"
                      + " whole id of a commit, or the name of a secret that is sealed.",
                  "string"),
              new Key(
                  "default",
                  new Scalar(Formats.VALUE),
                  false,
                  "What it is when it is not given. Without one it has to be given.",
                  "plain"),
              new Key(
                  "one_of",
                  new Sequence(new Scalar(Formats.VALUE), 50),
                  false,
                  "All that a string may be, or all secrets by their names; anything unless told"
                      + " otherwise.",
                  "[plain, fancy]"),
              new Key(
                  "min",
                  new Scalar(Formats.WHOLE),
                  false,
                  "The least that an integer may be; anything unless told otherwise.",
                  "1"),
              new Key(
                  "max",
                  new Scalar(Formats.WHOLE),
                  false,
                  "The most that an integer may be; anything unless told otherwise.",
                  "500"),
              new Key(
                  "from",
                  new Scalar(Formats.VALUE),
                  false,
                  "The image that is meant when none is given: a registry, a path there and a tag. It is"
                      + " followed: a shipment gets the image that the tag stands for when it is made.",
                  "registry.example.org/team/shop:stable"),
              new Key(
                  "newest",
                  new Scalar(Formats.VALUE),
                  false,
                  "With from without a tag: the newest version in a range.",
                  "'>=1.4 <2'"),
              new Key(
                  "like",
                  new Scalar(Formats.VALUE),
                  false,
                  "With from without a tag: the last tag that looks like this; a star stands for"
                      + " anything.",
                  "release-*"),
              new Key(
                  "base",
                  new Scalar(Formats.VALUE),
                  false,
                  "With from: what the image is to stand on, a registry, a path there and a tag. When"
                      + " that is another image, the base of the followed one is exchanged.",
                  "registry.example.org/base/run:13")),
          List.of());

  private ParameterKeys() {}
}
