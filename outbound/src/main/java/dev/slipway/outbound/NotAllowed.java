package dev.slipway.outbound;

/** Something that may not be called. */
final class NotAllowed extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String sentence;

  NotAllowed(String code, String sentence) {
    super(sentence);
    this.code = code;
    this.sentence = sentence;
  }

  Answer.Refused answer() {
    return new Answer.Refused(code, sentence);
  }
}
