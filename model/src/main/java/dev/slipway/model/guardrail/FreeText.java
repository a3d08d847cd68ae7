package dev.slipway.model.guardrail;

/** What people may write in their own words. Stateless. */
final class FreeText {

  private FreeText() {}

  /** Whether a text holds neither control characters nor halves of characters. */
  static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
  }
}
