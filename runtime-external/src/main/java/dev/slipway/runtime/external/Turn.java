package dev.slipway.runtime.external;

import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.runtime.Assignment.Share;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Takes one service to where its programs say that all is done: {@code fetch} is asked; while it
 * says that there is work, {@code apply} is run and it is asked again. Whatever fails is tried
 * again after a growing pause, a few times in a row; all of it has the service's whole time.
 */
final class Turn {

  private static final int DONE = 0;
  private static final int WORK = 2;
  private static final Duration LOOK_EVERY = Duration.ofMillis(5);

  private final ServiceName service;
  private final Program program;
  private final TurnLog log;
  private final Context context;
  private final Pace pace;
  private final long deadline;

  Turn(
      ServiceName service,
      Program program,
      TurnLog log,
      Context context,
      Pace pace,
      long deadline) {
    this.service = service;
    this.program = program;
    this.log = log;
    this.context = context;
    this.pace = pace;
    this.deadline = deadline;
  }

  /** Either what is there, once all is done, or why it is not. */
  record Result(List<ObservedInstance> instances, Optional<Reason> failure) {

    static Result failed(String code, String sentence) {
      return new Result(List.of(), Optional.of(new Reason(code, sentence)));
    }
  }

  Result converge(Share share, Workload.External programs) throws IOException {
    int failures = 0;
    int tries = 0;
    while (true) {
      Program.End end = program.ask(programs.fetch(), deadline, context);
      boolean isWork = end.code().filter(code -> code == WORK).isPresent();
      if (end.code().filter(code -> code == DONE).isPresent()) {
        return objects(share, end.said());
      }
      log.add(isWork ? "" : end.said());
      if (isWork) {
        end = apply(programs.apply());
      }
      boolean isFailure = !isWork || end.code().filter(code -> code == 0).isEmpty();
      if (isFailure) {
        log.note(end.how());
      }
      failures = isFailure ? failures + 1 : 0;
      tries++;
      if (isFailure && (end.code().isEmpty() || failures == pace.failures())) {
        return Result.failed(end.because().code(), service + ": " + end.because().sentence());
      }
      // What was just applied is looked at at once; only then there is something to wait for.
      if (isFailure || tries > 1) {
        pause(tries);
      }
    }
  }

  /** Has the programs take away what they made. */
  Optional<Reason> remove(ServiceFolder.Applied applied) throws IOException {
    Optional<Reason> failure = Optional.empty();
    for (int tries = 1; tries <= pace.failures(); tries++) {
      Program.End end = apply(applied.apply());
      if (end.code().filter(code -> code == 0).isPresent()) {
        return Optional.empty();
      }
      log.note(end.how());
      failure =
          Optional.of(
              new Reason(
                  end.because().code(),
                  service + " could not be taken away: " + end.because().sentence()));
      if (end.code().isEmpty()) {
        return failure;
      }
      pause(tries);
    }
    return failure;
  }

  private Program.End apply(List<Template> words) throws IOException {
    log.note("Runs 'apply'.");
    return program.act(words, deadline, context);
  }

  private Result objects(Share share, String said) throws IOException {
    try {
      return new Result(Objects.read(said, service, share.digest()), Optional.empty());
    } catch (Objects.Malformed e) {
      log.add(said);
      log.note("What 'fetch' wrote cannot be used. " + e.sentence());
      return Result.failed(
          "fetch-output", service + ": What 'fetch' wrote cannot be used. " + e.sentence());
    }
  }

  private void pause(int tries) {
    long end = System.nanoTime() + pace.after(tries).toNanos();
    while (System.nanoTime() < Math.min(end, deadline) && !context.cancellation().isRequested()) {
      Sessions.pause(LOOK_EVERY);
    }
  }
}
