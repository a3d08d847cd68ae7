package dev.slipway.outlet.github;

/**
 * What is outside of all spans of code, by the rule that CommonMark has for them: a run of ticks
 * opens one, and the next run of as many closes it.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/#code-spans">CommonMark: code spans</a>
 */
final class Spans {

  private Spans() {}

  /** All of the text but its spans; an opening run that nothing closes stays. */
  static String outside(String text) {
    StringBuilder outside = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int run = run(text, at);
      if (run == 0) {
        outside.append(text.charAt(at));
        at++;
        continue;
      }
      int close = closing(text, at + run, run);
      if (close < 0) {
        outside.append(text, at, at + run);
        at += run;
      } else {
        at = close + run;
      }
    }
    return outside.toString();
  }

  private static int run(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end - from;
  }

  private static int closing(String text, int from, int length) {
    int at = from;
    while (at < text.length()) {
      int run = run(text, at);
      if (run == length) {
        return at;
      }
      at += Math.max(run, 1);
    }
    return -1;
  }
}
