package dev.slipway.runtime.process;

import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Capabilities;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Difference;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Keeps processes. What it started is in small files of its folder, so another life of the agent
 * knows it again. Thread-safe as {@link Adapter} demands; blocks threads of the executor that it is
 * given.
 */
public final class ProcessAdapter implements Adapter {

  private static final Capabilities CAPABILITIES =
      new Capabilities("process", Capabilities.Nature.OBSERVABLE, false, false, false, false);

  private final Path folder;
  private final Surroundings surroundings;
  private final String machine;
  private final Executor executor;
  private final Rounds rounds;

  private ProcessAdapter(
      Path folder, Surroundings surroundings, String machine, Executor executor, Rounds.Pace pace) {
    this.folder = folder;
    this.surroundings = surroundings;
    this.machine = machine;
    this.executor = executor;
    this.rounds = new Rounds(executor, pace);
  }

  /** Opens the adapter on its own folder, which is made when it is not there. */
  public static ProcessAdapter open(Path folder, Surroundings surroundings, Executor executor)
      throws IOException {
    return open(folder, surroundings, executor, Rounds.Pace.STANDARD);
  }

  static ProcessAdapter open(
      Path folder, Surroundings surroundings, Executor executor, Rounds.Pace pace)
      throws IOException {
    return new ProcessAdapter(
        Files.createDirectories(folder.toAbsolutePath()),
        surroundings,
        Sessions.machine(),
        executor,
        pace);
  }

  @Override
  public Capabilities describe() {
    return CAPABILITIES;
  }

  /** Sets visits going, and says what the earlier ones found. */
  @Override
  public Difference difference(Assignment assignment) {
    try {
      SlotFolder slot = SlotFolder.of(folder, assignment.slot());
      List<Instance> instances = slot.instances();
      for (Assignment.Share share : assignment.shares()) {
        Comparison.instance(instances, share.service())
            .filter(instance -> instance.healthy() && instance.isAlive(machine))
            .ifPresent(
                instance -> rounds.visit(instance, share.release().health(), slot.log(instance)));
      }
      return Comparison.of(assignment, instances, machine, rounds);
    } catch (IOException e) {
      return new Difference(List.of(new Reason("state-unreadable", "The state cannot be read.")));
    }
  }

  @Override
  public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
    return CompletableFuture.supplyAsync(() -> outcome(assignment, context), executor);
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    try {
      return observed(instances(slot));
    } catch (IOException e) {
      return List.of();
    }
  }

  private Outcome outcome(Assignment assignment, Context context) {
    try {
      SlotFolder slot = SlotFolder.open(folder, assignment.slot());
      Convergence convergence =
          new Convergence(slot, assignment, context, surroundings, machine, rounds);
      Optional<Reason> failure = convergence.run();
      return failure.isPresent()
          ? new Outcome.Failed(failure.get())
          : new Outcome.Converged(observed(slot.instances()));
    } catch (IOException e) {
      return new Outcome.Failed(
          new Reason("process-files", "The agent's own files failed: " + e.getMessage()));
    }
  }

  private List<Instance> instances(Slot slot) throws IOException {
    return SlotFolder.of(folder, slot).instances();
  }

  private List<ObservedInstance> observed(List<Instance> instances) {
    List<ObservedInstance> observed = new ArrayList<>();
    for (Instance instance : instances) {
      SortedMap<String, String> details = new TreeMap<>();
      instance.pid().ifPresent(pid -> details.put("pid", Long.toString(pid.pid())));
      details.put("port", Integer.toString(instance.port()));
      details.put("url", "http://127.0.0.1:" + instance.port());
      observed.add(
          new ObservedInstance(
              instance.service(), instance.name(), instance.release(), health(instance), details));
    }
    return List.copyOf(observed);
  }

  private Health health(Instance instance) {
    if (!instance.isAlive(machine)) {
      return Health.GONE;
    }
    if (!instance.healthy()) {
      return Health.STARTING;
    }
    return rounds.unwell(instance).isEmpty() ? Health.HEALTHY : Health.UNHEALTHY;
  }
}
