package dev.slipway.simulator;

import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Artifact;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Capabilities;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Difference;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.SecretValues;
import dev.slipway.runtime.Surroundings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Keeps processes on a machine: stops what differs at once, starts what is wanted after a while.
 */
final class Processes implements Adapter {

  private static final Duration STARTED_WITHIN = Duration.ofSeconds(20);

  private final Kernel kernel;
  private final Life life;
  private final Machine machine;
  private final Surroundings surroundings;

  Processes(Kernel kernel, Life life, Machine machine, SecretValues secrets) {
    this.surroundings = new Surroundings(Map.of(), secrets);
    this.kernel = kernel;
    this.life = life;
    this.machine = machine;
  }

  @Override
  public Capabilities describe() {
    return new Capabilities("process", Capabilities.Nature.OBSERVABLE, false, true, false, false);
  }

  @Override
  public Difference difference(Assignment assignment) {
    return machine.running(assignment.slot()).keySet().equals(wanted(assignment))
        ? Difference.NONE
        : new Difference(List.of(new Reason("process-gone", "What runs is not as ordered.")));
  }

  @Override
  public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    SortedSet<Running> wanted = wanted(assignment);
    machine.running(assignment.slot()).keySet().retainAll(wanted);
    kernel.within(life, STARTED_WITHIN, () -> outcome.complete(ended(assignment, wanted, context)));
    return outcome;
  }

  private Outcome ended(Assignment assignment, SortedSet<Running> wanted, Context context) {
    if (context.cancellation().isRequested()) {
      return new Outcome.Failed(new Reason("cancelled", "A newer order took its place."));
    }
    Map<Digest, String> said = new HashMap<>();
    for (Assignment.Share share : assignment.shares()) {
      try {
        said.put(share.digest(), surroundings.declared(share.release()).toString());
      } catch (SecretMissing e) {
        return new Outcome.Failed(e.because());
      }
    }
    if (assignment.shares().stream().anyMatch(Processes::isBad)) {
      return new Outcome.Failed(
          new Reason("unhealthy", "It never became healthy. Its last lines: " + said.values()));
    }
    machine.keep(assignment.slot(), assignment.fence(), wanted);
    return new Outcome.Converged(
        machine.running(assignment.slot()).entrySet().stream()
            .map(process ->
                instance(
                    process, Map.of("said", said.getOrDefault(process.getKey().release(), ""))))
            .toList());
  }

  private static boolean isBad(Assignment.Share share) {
    return switch (share.release().artifact()) {
      case Artifact.CommitArchive archive -> Program.isBad(archive.sha());
    };
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return machine.running(slot).entrySet().stream()
        .map(process -> instance(process, Map.of()))
        .toList();
  }

  private static ObservedInstance instance(
      Map.Entry<Running, Integer> process, Map<String, String> details) {
    return new ObservedInstance(
        process.getKey().service(),
        String.valueOf(process.getValue()),
        process.getKey().release(),
        Health.HEALTHY,
        new TreeMap<>(details));
  }

  static SortedSet<Running> wanted(Assignment assignment) {
    SortedSet<Running> wanted = new TreeSet<>();
    assignment.shares().forEach(share -> wanted.add(new Running(share.service(), share.digest())));
    return wanted;
  }
}
