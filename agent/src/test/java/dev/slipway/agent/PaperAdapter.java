package dev.slipway.agent;

import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Capabilities;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Difference;
import dev.slipway.runtime.Log;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Runs what it is told to at once, or when the test lets it. */
final class PaperAdapter implements Adapter {

  private final Capabilities.Nature nature;
  final List<Context.Attempt> attempts = new ArrayList<>();
  final List<CompletableFuture<Outcome>> pending = new ArrayList<>();
  final List<Context> contexts = new ArrayList<>();
  Optional<Outcome> result = Optional.of(new Outcome.Converged(List.of()));
  Supplier<List<Log>> logs = List::of;
  boolean differs;
  final Map<Slot, List<ObservedInstance>> running = new HashMap<>();

  PaperAdapter(Capabilities.Nature nature) {
    this.nature = nature;
  }

  @Override
  public Capabilities describe() {
    return new Capabilities("paper", nature, false, false, false, false);
  }

  @Override
  public Difference difference(Assignment assignment) {
    return differs
        ? new Difference(List.of(new Reason("process-gone", "It is gone.")))
        : Difference.NONE;
  }

  @Override
  public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
    if (assignment.shares().isEmpty()) {
      return CompletableFuture.completedFuture(new Outcome.Converged(List.of()));
    }
    attempts.add(context.attempt());
    contexts.add(context);
    differs = false;
    if (result.isPresent()) {
      return CompletableFuture.completedFuture(result.get());
    }
    CompletableFuture<Outcome> later = new CompletableFuture<>();
    pending.add(later);
    return later;
  }

  @Override
  public List<Log> logs(Slot slot) {
    return logs.get();
  }

  @Override
  public List<Slot> slots() {
    return List.copyOf(running.keySet());
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return running.getOrDefault(slot, List.of());
  }
}
