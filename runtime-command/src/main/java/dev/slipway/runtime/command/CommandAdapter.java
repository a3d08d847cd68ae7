package dev.slipway.runtime.command;

import dev.slipway.model.Slot;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Capabilities;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Difference;
import dev.slipway.runtime.Log;
import dev.slipway.runtime.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Runs one command per order in a fresh workspace, at most once. Thread-safe as {@link Adapter}
 * demands; blocks threads of the executor that it is given.
 */
public final class CommandAdapter implements Adapter {

  private static final Capabilities CAPABILITIES =
      new Capabilities("command", Capabilities.Nature.RECORDED, false, false, false, false);

  private final Runs runs;
  private final Surroundings surroundings;
  private final Executor executor;

  private CommandAdapter(Runs runs, Surroundings surroundings, Executor executor) {
    this.runs = runs;
    this.surroundings = surroundings;
    this.executor = executor;
  }

  /**
   * Opens the adapter on its folder, and removes the workspaces that a crash left there; those
   * whose command still runs stay until it ends.
   *
   * @param folder the adapter's own; made when it is not there
   */
  public static CommandAdapter open(Path folder, Surroundings surroundings, Executor executor)
      throws IOException {
    Runs runs = Runs.open(folder.toAbsolutePath());
    runs.sweep();
    return new CommandAdapter(runs, surroundings, executor);
  }

  @Override
  public Capabilities describe() {
    return CAPABILITIES;
  }

  /** What a command did cannot be looked at, so it never differs. */
  @Override
  public Difference difference(Assignment assignment) {
    return Difference.NONE;
  }

  @Override
  public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
    if (assignment.shares().isEmpty() && runs.isFirstOf(assignment.slot())) {
      return CompletableFuture.completedStage(new Outcome.Converged(List.of()));
    }
    CompletableFuture<Outcome> told = new CompletableFuture<>();
    executor.execute(() -> converge(assignment, context, told));
    return told;
  }

  /** Workspaces are removed once it was told how it ended, for nobody waits for that. */
  private void converge(Assignment assignment, Context context, CompletableFuture<Outcome> told) {
    try {
      told.complete(outcome(assignment, context));
    } catch (RuntimeException | Error broke) {
      told.completeExceptionally(broke);
    }
    try {
      runs.removeWorkspaces(assignment);
    } catch (IOException e) {
      context.log().accept("A workspace could not be removed: " + e.getMessage());
    }
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return List.of();
  }

  @Override
  public List<Log> logs(Slot slot) {
    try {
      return runs.logs(slot);
    } catch (IOException e) {
      return List.of();
    }
  }

  private Outcome outcome(Assignment assignment, Context context) {
    try {
      if (assignment.shares().isEmpty()) {
        runs.stopOthers(assignment.slot(), Optional.empty());
        return new Outcome.Converged(List.of());
      }
      if (assignment.shares().size() > 1) {
        return Outcomes.failed("one-command-at-a-time", "Two commands were assigned at once.");
      }
      Assignment.Share share = assignment.shares().getFirst();
      Run run = runs.of(assignment, share);
      runs.stopOthers(assignment.slot(), Optional.of(run));
      return new Supervision(runs, run, share, context, surroundings).outcome();
    } catch (IOException e) {
      return Outcomes.failed("command-files", "The agent's own files failed: " + e.getMessage());
    }
  }
}
