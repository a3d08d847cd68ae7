package dev.slipway.model.entry;

import dev.slipway.model.Reason;
import dev.slipway.model.SetId;

/** Nothing of a set is on its way any more. */
public record SetEnded(SetId set, End end, Reason because) implements Entry {

  /** What it came to. */
  public enum End {
    SETTLED,
    FAILED,
    CANCELLED
  }
}
