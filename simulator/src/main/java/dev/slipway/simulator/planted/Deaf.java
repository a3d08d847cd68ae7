package dev.slipway.simulator.planted;

import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Cancellation;
import dev.slipway.runtime.Capabilities;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Difference;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Says that a command was stopped, and lets it run. */
record Deaf(Adapter real) implements Adapter {

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
    if (assignment.shares().isEmpty()) {
      return CompletableFuture.completedFuture(new Outcome.Converged(List.of()));
    }
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    CompletionStage<Void> _ =
        context
            .cancellation()
            .whenRequested()
            .thenAccept(_ ->
                outcome.complete(new Outcome.Failed(new Reason("cancelled", "It was stopped."))));
    Context unheard =
        new Context(
            context.attempt(),
            context.archives(),
            context.log(),
            new Cancellation(),
            context.clock());
    CompletionStage<Void> _ = real.converge(assignment, unheard).thenAccept(outcome::complete);
    return outcome;
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return real.observe(slot);
  }
}
