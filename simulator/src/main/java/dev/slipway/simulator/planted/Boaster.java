package dev.slipway.simulator.planted;

import dev.slipway.model.Slot;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Capabilities;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Difference;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says that everything is as ordered, and does nothing. */
record Boaster(Adapter real) implements Adapter {

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
    return CompletableFuture.completedFuture(
        new Outcome.Converged(
            assignment.shares().stream()
                .map(share ->
                    new ObservedInstance(
                        share.service(), "1", share.digest(), Health.HEALTHY, new TreeMap<>()))
                .toList()));
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return real.observe(slot);
  }
}
