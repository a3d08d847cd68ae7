package dev.slipway.outlet.github;

import dev.slipway.outlet.Visible;

/**
 * Text from outside as GitHub shows it and does nothing with it: within a span of code no character
 * is markup, nobody is mentioned, and nothing becomes a link. So every word that is not ours stands
 * in one. Stateless.
 *
 * @see <a href="https://github.github.com/gfm/#code-spans">GitHub Flavored Markdown: code spans</a>
 */
final class Code {

  private static final char TICK = '`';

  private Code() {}

  /** What can be seen of a text, on one line, cut where it is longer. */
  static String of(String text, int lengthMax) {
    String seen = Visible.of(text, lengthMax);
    if (seen.isBlank()) {
      return "(empty)";
    }
    String fence = String.valueOf(TICK).repeat(longestRun(seen) + 1);
    String room = isBound(seen.charAt(0)) || isBound(seen.charAt(seen.length() - 1)) ? " " : "";
    return fence + room + seen + room + fence;
  }

  /** One blank at either end would be taken away, and a tick would belong to the fence. */
  private static boolean isBound(char character) {
    return character == TICK || character == ' ';
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == TICK ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
