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
                  "500")),
          List.of());

  private ParameterKeys() {}
}
