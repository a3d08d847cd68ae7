package dev.slipway.outlet.slack;

/**
 * Texts as Slack shows them and does nothing with them. Its markup begins with three characters
 * only, which have a way to be written; what cannot be seen is left out. Stateless.
 */
final class PlainText {

  private static final String CUT = "…";

  private PlainText() {}

  static String of(String text, int lengthMax) {
    StringBuilder plain = new StringBuilder();
    text.codePoints().forEach(each -> append(plain, each, lengthMax));
    return plain.toString();
  }

  private static void append(StringBuilder plain, int character, int lengthMax) {
    if (plain.length() >= lengthMax) {
      if (!plain.toString().endsWith(CUT)) {
        plain.append(CUT);
      }
      return;
    }
    switch (character) {
      case '&' -> plain.append("&amp;");
      case '<' -> plain.append("&lt;");
      case '>' -> plain.append("&gt;");
      default -> plain.appendCodePoint(isVisible(character) ? character : ' ');
    }
  }

  private static boolean isVisible(int character) {
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
