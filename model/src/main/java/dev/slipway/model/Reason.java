package dev.slipway.model;

/**
 * Why something was decided. No decision is without one.
 *
 * @param code stable and searchable, such as {@code branch-does-not-match}; part of the public
 *     contract
 * @param sentence for people: what is so, and what to do where something can be done
 */
public record Reason(String code, String sentence) {

  private static final int SENTENCE_LENGTH_MAX = 2000;

  public Reason {
    Names.checked("reason code", code);
    if (sentence.length() > SENTENCE_LENGTH_MAX) {
      sentence =
          sentence.substring(0, SENTENCE_LENGTH_MAX)
              + "… (cut at "
              + SENTENCE_LENGTH_MAX
              + " characters)";
    }
    sentence = Texts.wellFormed(sentence);
  }

  @Override
  public String toString() {
    return sentence;
  }
}
