package dev.slipway.engine.deliberation;

import dev.slipway.model.need.Need;
import java.util.List;

/** How far somebody has come who looks at what would be, and writes nothing. */
public sealed interface Look<T> {

  /** Something has to be asked first. */
  record Asking<T>(List<Need> needs) implements Look<T> {
    public Asking {
      needs = List.copyOf(needs);
    }
  }

  record Seen<T>(T what) implements Look<T> {}
}
