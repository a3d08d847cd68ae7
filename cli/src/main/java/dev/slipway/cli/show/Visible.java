package dev.slipway.cli.show;

import static java.util.stream.Collectors.joining;

/**
 * Makes strings from outside harmless on a terminal: control characters, direction marks and broken
 * surrogates are shown as what they are ({@code \}{@code u001b}) instead of being obeyed.
 */
public final class Visible {

  private Visible() {}

  /** The text on one line, with nothing in it that a terminal obeys. */
  public static String of(String text) {
    return text.codePoints().mapToObj(Visible::shown).collect(joining());
  }

  private static String shown(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "\\u%04x".formatted(point);
      default -> Character.toString(point);
    };
  }
}
