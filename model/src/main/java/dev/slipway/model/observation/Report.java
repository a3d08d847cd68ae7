package dev.slipway.model.observation;

import dev.slipway.model.Fence;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import java.util.List;

/** What an agent says of one slot. */
public sealed interface Report {

  Slot slot();

  /** The highest fence that the agent has accepted for the slot. */
  Fence fence();

  /** The order of this fence ended. */
  record Ended(Slot slot, Fence fence, Outcome outcome) implements Report {}

  /** An order was refused, as one with a lower fence is. */
  record Refused(Slot slot, Fence fence, Reason because) implements Report {}

  /** What runs changed without an order: a process died, came back, or differs from its order. */
  record Observed(
      Slot slot, Fence fence, List<ObservedInstance> instances, boolean drifted, Reason because)
      implements Report {
    public Observed {
      instances = List.copyOf(instances);
    }
  }
}
