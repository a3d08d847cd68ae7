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

/** Takes every time for the same: the first one, at which nobody looks, or a later one. */
record Repeater(Adapter real, Context.Attempt attempt) implements Adapter {

  @Override
  public Capabilities describe() {
    return real.describe();
  }

  @Override
  public Difference difference(Assignment assignment) {
    return real.difference(assignment);
  }

  @Override
  public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
    return real.converge(
        assignment,
        new Context(
            attempt, context.archives(), context.log(), context.cancellation(), context.clock()));
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return real.observe(slot);
  }
}
