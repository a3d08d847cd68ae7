package dev.slipway.runtime.files;

import dev.slipway.model.Reason;
import java.io.IOException;

/** An archive holds what must not be unpacked, or is none. */
public final class ArchiveRefused extends IOException {

  private static final long serialVersionUID = 1L;

  /** Why; it never repeats what the archive says. */
  private final transient Reason because;

  ArchiveRefused(String code, String sentence) {
    super(sentence);
    this.because = new Reason(code, sentence);
  }

  public Reason because() {
    return because;
  }
}
