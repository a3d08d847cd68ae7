package dev.slipway.runtime;

import dev.slipway.model.Slot;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Assignment.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Two adapters as one: each sees to the shares that are its own, one after the other. The first
 * that fails ends it. Thread-safe as its adapters are.
 *
 * @param isFirsts whether a share belongs to the first
 */
public record Adapters(Adapter first, Adapter second, Predicate<Share> isFirsts)
    implements Adapter {

  @Override
  public Capabilities describe() {
    return first.describe();
  }

  @Override
  public Difference difference(Assignment assignment) {
    return new Difference(
        Stream.of(
                first.difference(part(assignment, isFirsts)),
                second.difference(part(assignment, isFirsts.negate())))
            .flatMap(difference -> difference.reasons().stream())
            .toList());
  }

  @Override
  public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
    return first
        .converge(part(assignment, isFirsts), context)
        .thenCompose(outcome ->
            switch (outcome) {
              case Outcome.Converged converged ->
                  second
                      .converge(part(assignment, isFirsts.negate()), context)
                      .thenApply(other -> with(converged, other));
              case Outcome.Failed _, Outcome.Unknown _ -> CompletableFuture.completedStage(outcome);
            });
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return both(first.observe(slot), second.observe(slot));
  }

  @Override
  public List<Slot> slots() {
    return both(first.slots(), second.slots());
  }

  @Override
  public List<Log> logs(Slot slot) {
    return both(first.logs(slot), second.logs(slot));
  }

  private static Assignment part(Assignment assignment, Predicate<Share> whose) {
    return new Assignment(
        assignment.slot(), assignment.fence(), assignment.shares().stream().filter(whose).toList());
  }

  private static Outcome with(Outcome.Converged one, Outcome other) {
    return switch (other) {
      case Outcome.Converged converged ->
          new Outcome.Converged(both(one.instances(), converged.instances()));
      case Outcome.Failed _, Outcome.Unknown _ -> other;
    };
  }

  private static <T> List<T> both(List<T> one, List<T> other) {
    List<T> all = new ArrayList<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }
}
