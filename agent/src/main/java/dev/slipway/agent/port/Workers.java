package dev.slipway.agent.port;

import dev.slipway.model.Slot;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Runs what may block, away from the agent's own thread. */
@FunctionalInterface
public interface Workers {

  <T> CompletionStage<T> call(Slot slot, Supplier<T> work);
}
