package dev.slipway.app.demo;

/** The demo saw something else than it should have. */
final class DemoFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What was seen instead. */
  private final String sentence;

  DemoFailed(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
