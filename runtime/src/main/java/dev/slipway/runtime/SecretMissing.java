package dev.slipway.runtime;

import dev.slipway.model.Reason;

/** The value of a secret cannot be had here now. */
public final class SecretMissing extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Reason because;

  /**
   * Says why.
   *
   * @param because tells the reference and never a value
   */
  public SecretMissing(Reason because) {
    super(because.sentence());
    this.because = because;
  }

  public Reason because() {
    return because;
  }
}
