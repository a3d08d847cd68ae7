package dev.slipway.identity;

import dev.slipway.model.Reason;

/** An issuer's keys cannot be had now. */
final class Unreachable extends Exception {
  private static final long serialVersionUID = 1L;

  private static final String CODE = "issuer-unavailable";

  private final transient Reason because;

  Unreachable(String sentence) {
    super(sentence);
    because = new Reason(CODE, sentence);
  }

  Reason because() {
    return because;
  }
}
