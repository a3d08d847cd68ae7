package dev.slipway.model.observation;

import dev.slipway.model.Reason;
import java.util.List;

/** How an order ended at its slot. "We do not know" is an outcome of its own. */
public sealed interface Outcome {

  record Converged(List<ObservedInstance> instances) implements Outcome {
    public Converged {
      instances = List.copyOf(instances);
    }
  }

  record Failed(Reason because) implements Outcome {}

  /** It may have happened or not; a person has to look. */
  record Unknown(Reason because) implements Outcome {}
}
