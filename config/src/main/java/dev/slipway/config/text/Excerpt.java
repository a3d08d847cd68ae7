package dev.slipway.config.text;

/** Shows a piece of somebody's text in a message without letting it act on a terminal or a log. */
public final class Excerpt {

  private static final int LENGTH_MAX = 40;

  private Excerpt() {}

  /**
   * Returns at most 40 characters of {@code text} in quotes. What is neither a letter, a digit nor
   * printable ASCII is written as {@code \}{@code u} and its hexadecimal number.
   */
  public static String of(String text) {
    var shown = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      String next = escaped(text.codePointAt(i));
      if (shown.length() + next.length() > LENGTH_MAX - 1) {
        return "'" + shown + "…'";
      }
      shown.append(next);
    }
    return "'" + shown + "'";
  }

  private static String escaped(int c) {
    boolean plain = (c >= ' ' && c <= '~') || Character.isLetterOrDigit(c);
    return plain ? Character.toString(c) : String.format("\\u%04x", c);
  }
}
