package dev.slipway.forwarder.routes;

/** A file is not what it should be; the sentence says where and what is. */
public final class Malformed extends Exception {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  Malformed(int line, String demand) {
    super("Line " + line + " " + demand);
    this.sentence = "Line " + line + " " + demand;
  }

  public String sentence() {
    return sentence;
  }
}
