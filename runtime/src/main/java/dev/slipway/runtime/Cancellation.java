package dev.slipway.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks a convergence to stop; it stays requested. Thread-safe. */
public final class Cancellation {

  private final CompletableFuture<Void> requested = new CompletableFuture<>();

  public void request() {
    requested.complete(null);
  }

  public boolean isRequested() {
    return requested.isDone();
  }

  /** Completes when it is requested. */
  public CompletionStage<Void> whenRequested() {
    return requested.minimalCompletionStage();
  }
}
