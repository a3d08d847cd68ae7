package dev.slipway.codec.shape;

/** What a text must be to have a form in UTF-8. Stateless; thread-safe. */
public final class Texts {

  private Texts() {}

  /** Whether every surrogate of a text has its other half. */
  public static boolean isWellFormed(String text) {
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open != Character.isLowSurrogate(c)) {
        return false;
      }
      open = Character.isHighSurrogate(c);
    }
    return !open;
  }

  /** A Java name as it is written in JSON: {@code HeadMoved} and {@code HEAD_MOVED} alike. */
  static String hyphenated(String name) {
    StringBuilder hyphenated = new StringBuilder();
    boolean lower = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (lower && Character.isUpperCase(c)) {
        hyphenated.append('-');
      }
      lower = Character.isLowerCase(c) || Character.isDigit(c);
      hyphenated.append(c == '_' ? '-' : Character.toLowerCase(c));
    }
    return hyphenated.toString();
  }
}
