package dev.slipway.simulator.planted;

import dev.slipway.model.Slot;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Capabilities;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Difference;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Never sees that what runs differs from what was ordered. */
record Blind(Adapter real) implements Adapter {

  @Override
  public Capabilities describe() {
    return real.describe();
  }

  @Override
  public Difference difference(Assignment assignment) {
    return Difference.NONE;
  }

  @Override
  public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
    return real.converge(assignment, context);
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return real.observe(slot);
  }
}
