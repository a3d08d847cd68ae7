package dev.slipway.loop.door;

import dev.slipway.model.Reason;

/** A process of the server writes nothing at present; another one of them may. */
public final class ReadingOnly extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Reason because;

  public ReadingOnly(Reason because) {
    super(because.sentence(), null, false, false);
    this.because = because;
  }

  public Reason because() {
    return because;
  }
}
