package dev.slipway.outlet.slack;

import dev.slipway.outlet.Visible;

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
      default -> plain.appendCodePoint(Visible.is(character) ? character : ' ');
    }
  }
}
