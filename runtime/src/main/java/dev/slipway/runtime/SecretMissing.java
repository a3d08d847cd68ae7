package dev.slipway.runtime;

import dev.slipway.model.Reason;

/** The value of a secret cannot be had here now. */
public final class SecretMissing extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Reason because;
  private final boolean awaited;

  /**
   * Says why.
   *
   * @param because tells the reference and never a value
   */
  public SecretMissing(Reason because) {
    this(because, false);
  }

  private SecretMissing(Reason because, boolean awaited) {
    super(because.sentence());
    this.because = because;
    this.awaited = awaited;
  }

  /** What is on its way here: whoever has not begun yet waits for it. */
  public static SecretMissing awaited(Reason because) {
    return new SecretMissing(because, true);
  }

  public boolean isAwaited() {
    return awaited;
  }

  public Reason because() {
    return because;
  }
}
