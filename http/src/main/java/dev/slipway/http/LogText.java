package dev.slipway.http;

/** Makes strings from outside fit for one line of a log. Stateless. */
final class LogText {

  private static final int LENGTH_MAX = 200;

  private LogText() {}

  /** The text with every control character, line end and direction mark escaped, and cut short. */
  static String of(String text) {
    StringBuilder safe = new StringBuilder();
    text.chars().limit(LENGTH_MAX).forEach(c -> append(safe, (char) c));
    return text.length() > LENGTH_MAX ? safe + "…" : safe.toString();
  }

  private static void append(StringBuilder safe, char c) {
    int type = Character.getType(c);
    boolean unsafe =
        Character.isISOControl(c)
            || type == Character.FORMAT
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.SURROGATE;
    if (unsafe) {
      safe.append("\\u%04x".formatted((int) c));
    } else {
      safe.append(c);
    }
  }
}
