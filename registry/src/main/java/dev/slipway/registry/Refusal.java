package dev.slipway.registry;

/** Why something was not done. */
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String sentence;

  /**
   * @param code stable
   * @param sentence what is wrong, where, and what to do
   */
  public Refusal(String code, String sentence) {
    super(sentence);
    this.code = code;
    this.sentence = sentence;
  }

  public String code() {
    return code;
  }

  public String sentence() {
    return sentence;
  }
}
