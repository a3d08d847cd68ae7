package dev.slipway.outlet.grafana;

import dev.slipway.outlet.Visible;

/** Texts that HTML shows as they are. Stateless. */
final class HtmlText {

  private HtmlText() {}

  /**
   * The text, cut where it is longer, with every character that means something in HTML written as
   * the one that it is.
   */
  static String of(String text, int lengthMax) {
    StringBuilder plain = new StringBuilder();
    Visible.of(text, lengthMax)
        .codePoints()
        .forEach(each -> {
          switch (each) {
            case '&' -> plain.append("&amp;");
            case '<' -> plain.append("&lt;");
            case '>' -> plain.append("&gt;");
            case '"' -> plain.append("&#34;");
            case '\'' -> plain.append("&#39;");
            default -> plain.appendCodePoint(each);
          }
        });
    return plain.toString();
  }
}
