package dev.slipway.runtime;

import dev.slipway.model.Reason;
import java.util.List;

/**
 * How what runs differs from what is assigned, each difference as a reason; empty when it does not.
 */
public record Difference(List<Reason> reasons) {

  public static final Difference NONE = new Difference(List.of());

  public Difference {
    reasons = List.copyOf(reasons);
  }

  public boolean isEmpty() {
    return reasons.isEmpty();
  }
}
