package dev.slipway.model;

/** Whether texts from outside can be written down at all. Stateless. */
final class Texts {

  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /** Whether every surrogate has its other half, so that the text has a form in UTF-8. */
  static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(Texts::isLoneSurrogate);
  }

  /** The text with U+FFFD in the place of each half of a pair that has lost the other. */
  static String wellFormed(String text) {
    return isWellFormed(text)
        ? text
        : text.codePoints()
            .map(each -> isLoneSurrogate(each) ? REPLACEMENT : each)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isLoneSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
