package dev.slipway.agent.port;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Workers on an executor, which whoever made it shuts down. */
public record ExecutorWorkers(Executor executor) implements Workers {

  @Override
  public <T> CompletionStage<T> call(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, executor);
  }
}
