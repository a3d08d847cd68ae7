package dev.slipway.outbound;

/** Something that may not be called. */
final class NotAllowed extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;

  NotAllowed(String code, String sentence) {
    super(sentence);
    this.code = code;
  }

  Answer.Refused answer() {
    return new Answer.Refused(code, String.valueOf(getMessage()));
  }
}
