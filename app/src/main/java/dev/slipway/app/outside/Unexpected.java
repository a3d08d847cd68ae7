package dev.slipway.app.outside;

/** Something outside was seen to be other than it should have been. */
public final class Unexpected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What was seen instead. */
  private final String sentence;

  public Unexpected(String sentence) {
    super(sentence);
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
