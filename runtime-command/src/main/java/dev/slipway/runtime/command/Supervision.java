package dev.slipway.runtime.command;

import dev.slipway.model.definition.Template;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.files.ArchiveRefused;
import dev.slipway.runtime.files.Trees;
import dev.slipway.runtime.files.Unpacking;
import dev.slipway.runtime.processes.Sessions;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts or adopts one run, and waits for its end within its time. */
final class Supervision {

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  /** How long a supervisor that was just started when the agent died may take to show itself. */
  private static final Duration SHOWS_WITHIN = Duration.ofMillis(300);

  private static final long OUTPUT_BYTES_MAX = 64L << 20;

  private final Runs runs;
  private final Run run;
  private final Assignment.Share share;
  private final Context context;
  private final Surroundings surroundings;

  Supervision(
      Runs runs, Run run, Assignment.Share share, Context context, Surroundings surroundings) {
    this.runs = runs;
    this.run = run;
    this.share = share;
    this.context = context;
    this.surroundings = surroundings;
  }

  Outcome outcome() throws IOException {
    Optional<Outcome> known = Outcomes.of(run);
    if (known.isPresent()) {
      return known.get();
    }
    return switch (context.attempt()) {
      case FIRST -> begin();
      case AGAIN, HEALING -> mayHaveClaimed() ? adopt() : begin();
      case AGAIN_AFTER_RESTART -> afterRestart();
    };
  }

  /** The machine's memory is gone, and files may be: only a word that it may run again helps. */
  private Outcome afterRestart() throws IOException {
    return isIdempotent()
        ? beginAnew()
        : Outcomes.unknown("The machine was restarted while the command may have been running.");
  }

  private boolean mayHaveClaimed() {
    if (!run.isClaimed() && run.isBegun()) {
      Sessions.pause(SHOWS_WITHIN);
    }
    return run.isClaimed();
  }

  private Outcome adopt() throws IOException {
    Optional<ProcessHandle> supervisor = run.supervisor();
    if (supervisor.isEmpty()) {
      Sessions.pause(SHOWS_WITHIN);
      supervisor = run.supervisor();
    }
    if (supervisor.isPresent()) {
      context.log().accept("Found the command still running, and waits for its end.");
      return watch(supervisor.get(), Optional.empty());
    }
    Optional<Outcome> known = Outcomes.of(run);
    if (known.isPresent()) {
      return known.get();
    }
    return isIdempotent()
        ? beginAnew()
        : Outcomes.unknown("The command was begun, and its supervisor ended without an exit code.");
  }

  private Outcome beginAnew() throws IOException {
    run.begunAnew();
    return begin();
  }

  private Outcome begin() throws IOException {
    try {
      Map<String, String> declared = surroundings.declared(share.release());
      Trees.remove(run.workspace());
      Files.createDirectories(parent(run.path()));
      Files.createDirectories(parent(run.workspace()));
      unpack();
      if (context.cancellation().isRequested()) {
        run.stop(Stop.CANCELLED);
        return Outcomes.of(run).orElseThrow();
      }
      Process process = start(declared);
      runs.forgetOldBeside(run);
      return watch(process.toHandle(), Optional.of(process));
    } catch (ArchiveRefused e) {
      return new Outcome.Failed(e.because());
    } catch (SecretMissing e) {
      return new Outcome.Failed(e.because());
    }
  }

  private void unpack() throws IOException {
    try (InputStream archive = context.archives().open(share.release().artifact().digest())) {
      Unpacking.unpack(archive, run.workspace(), Unpacking.Limits.STANDARD);
    }
  }

  private Process start(Map<String, String> declared) throws IOException {
    List<String> words = new ArrayList<>();
    words.add("setsid");
    words.add("sh");
    words.add(runs.supervisor().toString());
    words.add(run.path().toString());
    words.add(run.workspace().toString());
    words.addAll(share.release().workload().words().stream().map(Template::text).toList());
    ProcessBuilder builder = new ProcessBuilder(words);
    surroundings.putInto(builder.environment(), declared);
    builder.environment().put(Run.VARIABLE, run.path().toString());
    builder.redirectInput(new File("/dev/null"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(run.output().toFile()));
    return builder.start();
  }

  private Outcome watch(ProcessHandle supervisor, Optional<Process> child) throws IOException {
    Timeouts timeouts = share.release().timeouts();
    Instant started = child.isPresent() ? context.clock().instant() : run.begunAt();
    while (supervisorLives(supervisor, child)) {
      Optional<Stop> stop = reasonToStop(started, timeouts);
      if (stop.isPresent() && run.exitCode().isEmpty()) {
        run.stop(stop.get());
        Sessions.end(supervisor.pid(), run.mark(), Runs.GRACE);
      }
    }
    return Outcomes.of(run)
        .orElseGet(() -> Outcomes.unknown("The supervisor ended without an exit code."));
  }

  /** Waits for its end a little, and says whether it goes on. */
  private boolean supervisorLives(ProcessHandle supervisor, Optional<Process> child) {
    if (child.isEmpty()) {
      Sessions.pause(LOOK_EVERY);
      return Sessions.carries(supervisor.pid(), run.mark());
    }
    try {
      return !child.get().waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      context.cancellation().request();
      return child.get().isAlive();
    }
  }

  private Optional<Stop> reasonToStop(Instant started, Timeouts timeouts) throws IOException {
    Instant now = context.clock().instant();
    if (context.cancellation().isRequested()) {
      return Optional.of(Stop.CANCELLED);
    }
    if (now.isAfter(started.plus(timeouts.total()))) {
      return Optional.of(Stop.TIMED_OUT);
    }
    if (Files.exists(run.output()) && Files.size(run.output()) > OUTPUT_BYTES_MAX) {
      return Optional.of(Stop.TOO_MUCH_OUTPUT);
    }
    Instant lastOutput = Files.exists(run.output()) ? modified(run.output()) : started;
    return now.isAfter(lastOutput.plus(timeouts.noOutput()))
        ? Optional.of(Stop.NO_OUTPUT)
        : Optional.empty();
  }

  private boolean isIdempotent() {
    return switch (share.release().workload()) {
      case Workload.Command command -> command.idempotent();
      case Workload.Run _, Workload.External _ -> false;
    };
  }

  private static Instant modified(Path file) throws IOException {
    return Files.getLastModifiedTime(file).toInstant();
  }

  private static Path parent(Path path) {
    return Optional.ofNullable(path.getParent()).orElseThrow();
  }
}
