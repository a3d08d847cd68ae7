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
import dev.slipway.runtime.Log;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Keeps processes. What it started is in small files of its folder, so another life of the agent
 * knows it again. Thread-safe as {@link Adapter} demands; blocks threads of the executor that it is
 * given.
 */
public final class ProcessAdapter implements Adapter {

  private static final Capabilities CAPABILITIES =
      new Capabilities("process", Capabilities.Nature.OBSERVABLE, true, true, false, false);

  private final Path folder;
  private final Surroundings surroundings;
  private final String machine;
  private final Executor executor;
  private final Rounds rounds;
  private final Forwarding forwarding;

  private ProcessAdapter(
      Path folder,
      Surroundings surroundings,
      String machine,
      Executor executor,
      Rounds.Pace pace,
      Forwarding forwarding) {
    this.folder = folder;
    this.surroundings = surroundings;
    this.machine = machine;
    this.executor = executor;
    this.rounds = new Rounds(executor, pace);
    this.forwarding = forwarding;
  }

  /** Opens the adapter on its own folder, which is made when it is not there. */
  public static ProcessAdapter open(
      Path folder, Surroundings surroundings, Executor executor, Forwarding forwarding)
      throws IOException {
    return open(folder, surroundings, executor, Rounds.Pace.STANDARD, forwarding);
  }

  static ProcessAdapter open(
      Path folder,
      Surroundings surroundings,
      Executor executor,
      Rounds.Pace pace,
      Forwarding forwarding)
      throws IOException {
    return new ProcessAdapter(
        Files.createDirectories(folder.toAbsolutePath()),
        surroundings,
        Sessions.machine(),
        executor,
        pace,
        forwarding);
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
        instances.stream()
            .filter(one -> one.service().equals(share.service()))
            .filter(one -> one.release().equals(share.digest()))
            .filter(one -> one.healthy() && one.isAlive(machine))
            .forEach(one -> rounds.visit(one, share.release().health(), slot.log(one)));
      }
      Difference processes =
          new Comparison(assignment, instances, one -> one.isAlive(machine), rounds::unwell)
              .difference();
      return processes.isEmpty() ? traffic(assignment, slot) : processes;
    } catch (IOException e) {
      return new Difference(List.of(new Reason("state-unreadable", "The state cannot be read.")));
    }
  }

  private Difference traffic(Assignment assignment, SlotFolder slot) {
    return new Difference(
        assignment.shares().stream()
            .map(share -> slot.route(share.service()))
            .distinct()
            .flatMap(route -> forwarding.trouble(route).stream())
            .toList());
  }

  @Override
  public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
    boolean nothing =
        assignment.shares().isEmpty() && SlotFolder.of(folder, assignment.slot()).isUnknown();
    return nothing
        ? CompletableFuture.completedStage(new Outcome.Converged(List.of()))
        : CompletableFuture.supplyAsync(() -> outcome(assignment, context), executor);
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    try {
      return observed(SlotFolder.of(folder, slot));
    } catch (IOException e) {
      return List.of();
    }
  }

  @Override
  public List<Slot> slots() {
    try {
      return SlotFolder.all(folder);
    } catch (IOException e) {
      return List.of();
    }
  }

  @Override
  public List<Log> logs(Slot slot) {
    try {
      SlotFolder opened = SlotFolder.of(folder, slot);
      Set<String> unended =
          opened.instances().stream()
              .filter(one -> one.pid().isEmpty() || one.isAlive(machine))
              .map(Instance::name)
              .collect(Collectors.toSet());
      return opened.logs().all(unended);
    } catch (IOException e) {
      return List.of();
    }
  }

  private Outcome outcome(Assignment assignment, Context context) {
    try {
      SlotFolder slot = SlotFolder.open(folder, assignment.slot());
      Upkeep upkeep = new Upkeep(slot, assignment.fence(), context, surroundings, machine, rounds);
      Optional<Reason> failure = new Convergence(assignment, upkeep, forwarding).run();
      return failure.isPresent()
          ? new Outcome.Failed(failure.get())
          : new Outcome.Converged(observed(slot));
    } catch (IOException e) {
      return new Outcome.Failed(
          new Reason("process-files", "The agent's own files failed: " + e.getMessage()));
    }
  }

  private List<ObservedInstance> observed(SlotFolder slot) throws IOException {
    List<ObservedInstance> observed = new ArrayList<>();
    for (Instance instance : slot.instances()) {
      int door = slot.door(instance.service()).orElse(instance.port());
      SortedMap<String, String> details = new TreeMap<>();
      instance.pid().ifPresent(pid -> details.put("pid", Long.toString(pid.pid())));
      details.put("port", Integer.toString(instance.port()));
      details.put("url", "http://127.0.0.1:" + door);
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
