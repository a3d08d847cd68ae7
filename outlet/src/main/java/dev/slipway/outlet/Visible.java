package dev.slipway.outlet;

/**
 * What can be seen of a text. Strings from outside may turn lines around or hide what they say.
 * Stateless.
 */
public final class Visible {

  private static final String CUT = "…";

  private Visible() {}

  /** The text with a blank for each character that cannot be seen, cut where it is longer. */
  public static String of(String text, int lengthMax) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().map(each -> is(each) ? each : ' ').forEach(plain::appendCodePoint);
    if (plain.length() <= lengthMax) {
      return plain.toString();
    }
    int end = lengthMax - CUT.length();
    return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end)
        + CUT;
  }

  /** Whether a character can be seen. */
  public static boolean is(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
