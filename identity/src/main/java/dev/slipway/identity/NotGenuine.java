package dev.slipway.identity;

import dev.slipway.model.Reason;

/** A token is none, or is not its issuer's. What exactly is wrong is for its maker to know. */
final class NotGenuine extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Reason because;

  NotGenuine(String code, String sentence) {
    super(sentence);
    because = new Reason(code, sentence);
  }

  Reason because() {
    return because;
  }
}
