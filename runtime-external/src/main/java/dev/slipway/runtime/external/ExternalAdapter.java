package dev.slipway.runtime.external;

import dev.slipway.model.Fence;
import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Assignment.Share;
import dev.slipway.runtime.Cancellation;
import dev.slipway.runtime.Capabilities;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Difference;
import dev.slipway.runtime.Log;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.files.ArchiveRefused;
import dev.slipway.runtime.files.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Has two programs of a release look and act. Thread-safe as {@link Adapter} demands; blocks
 * threads of the executor that it is given.
 */
public final class ExternalAdapter implements Adapter {

  private static final Capabilities CAPABILITIES =
      new Capabilities("external", Capabilities.Nature.OBSERVABLE, false, false, false, false);
  private static final Duration REMOVED_WITHIN = Duration.ofMinutes(10);
  private static final Duration LOOKED_WITHIN = Duration.ofMinutes(1);

  private final Path folder;
  private final Surroundings surroundings;
  private final Executor executor;
  private final Pace pace;
  private final InstantSource clock;
  private final Looks looks;
  private final Map<Slot, Object> turns = new ConcurrentHashMap<>();

  private ExternalAdapter(
      Path folder, Surroundings surroundings, Executor executor, Pace pace, InstantSource clock) {
    this.folder = folder;
    this.surroundings = surroundings;
    this.executor = executor;
    this.pace = pace;
    this.clock = clock;
    this.looks = new Looks(executor, pace.every());
  }

  /** Opens the adapter on its own folder, which is made when it is not there. */
  public static ExternalAdapter open(
      Path folder, Surroundings surroundings, Executor executor, InstantSource clock)
      throws IOException {
    return open(folder, surroundings, executor, clock, Pace.STANDARD);
  }

  static ExternalAdapter open(
      Path folder, Surroundings surroundings, Executor executor, InstantSource clock, Pace pace)
      throws IOException {
    return new ExternalAdapter(
        Files.createDirectories(folder.toAbsolutePath()), surroundings, executor, pace, clock);
  }

  @Override
  public Capabilities describe() {
    return CAPABILITIES;
  }

  /** What the last looks found; sets new ones going when they are due. */
  @Override
  public Difference difference(Assignment assignment) {
    List<Reason> reasons = new ArrayList<>();
    for (Share share : assignment.shares()) {
      looks
          .look(assignment.slot(), share.service(), () -> look(assignment.slot(), share))
          .flatMap(Looks.Look::because)
          .ifPresent(reasons::add);
    }
    return new Difference(reasons);
  }

  @Override
  public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
    boolean nothing =
        assignment.shares().isEmpty()
            && !Files.exists(ServiceFolder.slot(folder, assignment.slot()));
    return nothing
        ? CompletableFuture.completedStage(new Outcome.Converged(List.of()))
        : CompletableFuture.supplyAsync(() -> outcome(assignment, context), executor);
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return looks.of(slot);
  }

  @Override
  public List<Log> logs(Slot slot) {
    try {
      return LogFolder.of(ServiceFolder.slot(folder, slot)).all();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Outcome outcome(Assignment assignment, Context context) {
    synchronized (turns.computeIfAbsent(assignment.slot(), _ -> new Object())) {
      try {
        return converged(assignment, context);
      } catch (ArchiveRefused e) {
        return new Outcome.Failed(e.because());
      } catch (SecretMissing e) {
        return new Outcome.Failed(e.because());
      } catch (IOException e) {
        return new Outcome.Failed(
            new Reason("external-files", "The agent's own files failed: " + e.getMessage()));
      }
    }
  }

  private Outcome converged(Assignment assignment, Context context)
      throws IOException, SecretMissing {
    Path slot = ServiceFolder.slot(folder, assignment.slot());
    Map<ServiceName, Share> wanted =
        assignment.shares().stream().collect(Collectors.toMap(Share::service, share -> share));
    for (ServiceName service : ServiceFolder.in(slot)) {
      Optional<Reason> failure =
          wanted.containsKey(service) ? Optional.empty() : remove(assignment, service, context);
      if (failure.isPresent()) {
        return new Outcome.Failed(failure.get());
      }
    }
    Releases releases = new Releases(slot.resolve("releases"));
    List<ObservedInstance> instances = new ArrayList<>();
    for (Share share : assignment.shares()) {
      Workload.External programs = programs(share);
      Path release = releases.folderOf(share.release().artifact().digest(), context.archives());
      ServiceFolder kept = new ServiceFolder(slot, share.service());
      kept.keep(new ServiceFolder.Applied(release, programs.apply()));
      Turn.Result result =
          inTurn(
              new Work(
                  kept,
                  release,
                  variables(assignment.slot(), share),
                  share.release().timeouts().total()),
              assignment.fence(),
              context,
              turn -> turn.converge(share, programs));
      if (result.failure().isPresent()) {
        return new Outcome.Failed(result.failure().get());
      }
      looks.note(
          assignment.slot(), share.service(), new Looks.Look(result.instances(), Optional.empty()));
      instances.addAll(result.instances());
    }
    releases.prune(
        assignment.shares().stream()
            .map(share -> share.release().artifact().digest())
            .collect(Collectors.toSet()),
        clock.instant());
    return new Outcome.Converged(instances);
  }

  private Optional<Reason> remove(Assignment assignment, ServiceName service, Context context)
      throws IOException {
    Slot slot = assignment.slot();
    ServiceFolder kept = new ServiceFolder(ServiceFolder.slot(folder, slot), service);
    ServiceFolder.Applied applied = kept.applied().orElseThrow();
    Map<String, String> variables = new HashMap<>(about(slot, service));
    variables.put("SLIPWAY_WANTED", "gone");
    Optional<Reason> failure =
        inTurn(
            new Work(kept, applied.folder(), variables, REMOVED_WITHIN),
            assignment.fence(),
            context,
            turn -> turn.remove(applied));
    if (failure.isEmpty()) {
      kept.forget();
      looks.forget(slot, service);
    }
    return failure;
  }

  /** What a turn is about, and how long it may take. */
  private record Work(
      ServiceFolder kept, Path release, Map<String, String> variables, Duration within) {}

  private interface Doing<T> {
    T with(Turn turn) throws IOException;
  }

  /** Does something in a turn that has a log of its own. */
  private <T> T inTurn(Work work, Fence fence, Context context, Doing<T> doing) throws IOException {
    ServiceFolder kept = work.kept();
    TurnLog log = LogFolder.of(kept.slot()).begin(fence, kept.service());
    try {
      Program program =
          new Program(
              work.release(),
              kept.output(),
              log.file(),
              work.variables(),
              surroundings,
              kept.mark());
      long deadline = System.nanoTime() + work.within().toNanos();
      return doing.with(new Turn(kept.service(), program, log, context, pace, deadline));
    } finally {
      log.end();
    }
  }

  /** Asks {@code fetch} and changes nothing. */
  private Looks.Look look(Slot slot, Share share) {
    synchronized (turns.computeIfAbsent(slot, _ -> new Object())) {
      try {
        ServiceFolder kept = new ServiceFolder(ServiceFolder.slot(folder, slot), share.service());
        Optional<ServiceFolder.Applied> applied = kept.applied();
        if (applied.isEmpty()) {
          return new Looks.Look(
              List.of(),
              Optional.of(
                  new Reason("external-gone", share.service() + " was never applied here.")));
        }
        Context context =
            new Context(
                Context.Attempt.AGAIN,
                _ -> {
                  throw new IOException("Looking needs none.");
                },
                _ -> {},
                new Cancellation(),
                clock);
        Program.End end =
            new Program(
                    applied.get().folder(),
                    kept.output(),
                    kept.looked(),
                    variables(slot, share),
                    surroundings,
                    kept.mark())
                .ask(programs(share).fetch(), System.nanoTime() + LOOKED_WITHIN.toNanos(), context);
        return Looks.seen(share, end);
      } catch (SecretMissing e) {
        return new Looks.Look(List.of(), Optional.of(e.because()));
      } catch (IOException e) {
        return new Looks.Look(
            List.of(), Optional.of(new Reason("external-files", "The state cannot be read.")));
      }
    }
  }

  private static Workload.External programs(Share share) {
    return switch (share.release().workload()) {
      case Workload.External programs -> programs;
      case Workload.Run _, Workload.Command _ ->
          throw new IllegalArgumentException(share.service() + " has no programs of its own.");
    };
  }

  private Map<String, String> variables(Slot slot, Share share) throws SecretMissing {
    Map<String, String> variables = new HashMap<>(surroundings.declared(share.release()));
    variables.putAll(about(slot, share.service()));
    variables.put("SLIPWAY_WANTED", "present");
    variables.put("SLIPWAY_RELEASE", share.digest().value());
    return variables;
  }

  private static Map<String, String> about(Slot slot, ServiceName service) {
    return Map.of(
        "SLIPWAY_APPLICATION", slot.application().value(),
        "SLIPWAY_ENVIRONMENT", slot.target().environment().value(),
        "SLIPWAY_TARGET", slot.target().target().value(),
        "SLIPWAY_SERVICE", service.value());
  }
}
