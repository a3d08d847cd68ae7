package dev.slipway.bench.subject;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Has everything be as ordered without doing anything, so that what is around it is measured. */
final class NothingToDo implements Adapter {

  private volatile List<ObservedInstance> running = List.of();

  @Override
  public Capabilities describe() {
    return new Capabilities("nothing", Capabilities.Nature.OBSERVABLE, false, false, false, false);
  }

  @Override
  public Difference difference(Assignment assignment) {
    return Difference.NONE;
  }

  @Override
  public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
    running = assignment.shares().stream().flatMap(NothingToDo::instances).toList();
    return CompletableFuture.completedFuture(new Outcome.Converged(running));
  }

  private static Stream<ObservedInstance> instances(Assignment.Share share) {
    return IntStream.range(0, share.standing().replicas())
        .mapToObj(number ->
            new ObservedInstance(
                share.service(),
                share.digest().hex().substring(0, 8) + "-" + number,
                share.digest(),
                Health.HEALTHY,
                new TreeMap<>()));
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return running;
  }
}
