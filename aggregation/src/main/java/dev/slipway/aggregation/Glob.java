package dev.slipway.aggregation;

/**
 * A glob: {@code *} is any run of characters within a path part, {@code **} any run across parts,
 * {@code ?} one character within a part; everything else stands for itself.
 *
 * <p>All positions of the pattern that the text read so far can have reached are followed at once,
 * as in Thompson's construction. The time is proportional to the text for a given pattern, and
 * there is no backtracking that a hostile name could blow up.
 */
public record Glob(String pattern) {

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    boolean[] reached = new boolean[pattern.length() + 1];
    reached[0] = true;
    passStars(reached);
    for (int i = 0; i < text.length(); i++) {
      reached = step(reached, text.charAt(i));
    }
    return reached[pattern.length()];
  }

  private boolean[] step(boolean[] reached, char c) {
    boolean[] next = new boolean[reached.length];
    for (int at = 0; at < pattern.length(); at++) {
      if (!reached[at]) {
        continue;
      }
      char p = pattern.charAt(at);
      if (p == '*') {
        next[at] |= c != '/' || isAcross(at);
      } else if (p == c || (p == '?' && c != '/')) {
        next[at + 1] = true;
      }
    }
    passStars(next);
    return next;
  }

  /** A star may stand for nothing. */
  private void passStars(boolean[] reached) {
    for (int at = 0; at < pattern.length(); at++) {
      if (reached[at] && pattern.charAt(at) == '*') {
        reached[at + (isAcross(at) ? 2 : 1)] = true;
      }
    }
  }

  /** Whether the star here begins a double star. */
  private boolean isAcross(int at) {
    return at + 1 < pattern.length() && pattern.charAt(at + 1) == '*';
  }
}
