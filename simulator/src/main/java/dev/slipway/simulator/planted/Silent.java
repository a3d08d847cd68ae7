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

/** Never says that a process died, and gives its successor the same name. */
record Silent(Adapter real) implements Adapter {

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
    return real.converge(assignment, context).thenApply(Silent::renamed);
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return renamed(real.observe(slot));
  }

  private static Outcome renamed(Outcome outcome) {
    return outcome instanceof Outcome.Converged converged
        ? new Outcome.Converged(renamed(converged.instances()))
        : outcome;
  }

  private static List<ObservedInstance> renamed(List<ObservedInstance> instances) {
    return instances.stream()
        .map(one ->
            new ObservedInstance(one.service(), "1", one.release(), one.health(), one.details()))
        .toList();
  }
}
