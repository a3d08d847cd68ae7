package dev.slipway.model.guardrail;

/** What people may write in their own words. Stateless. */
final class FreeText {

  private FreeText() {}

  /** Whether a text holds neither control characters nor halves of characters. */
  static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }

  /** Whether a text is plain, and nothing in it is invisible or turns the direction of writing. */
  static boolean isVisible(String text) {
    return isPlain(text)
        && text.codePoints()
            .noneMatch(c ->
                switch (Character.getType(c)) {
                  case Character.FORMAT,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR,
                      Character.PRIVATE_USE ->
                      true;
                  default -> false;
                });
  }
}
