package dev.slipway.agent.port;

import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Runs what may block, away from the agent's own thread. */
@FunctionalInterface
public interface Workers {

  <T> CompletionStage<T> call(Supplier<T> work);
}
