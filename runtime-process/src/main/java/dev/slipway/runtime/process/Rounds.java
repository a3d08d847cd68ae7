package dev.slipway.runtime.process;

import dev.slipway.model.Reason;
import dev.slipway.model.definition.HealthCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Makes its rounds among the processes that were found healthy once: each is visited every few
 * seconds, asked again for its health, and the old part of its output is given back to the disk. A
 * visit takes a thread of the executor, never the caller's, so a process that hangs delays no
 * order. Thread-safe.
 */
final class Rounds {

  private final Executor executor;
  private final Pace pace;
  private final Map<Instance.Identity, Findings> findings = new ConcurrentHashMap<>();

  Rounds(Executor executor, Pace pace) {
    this.executor = executor;
    this.pace = pace;
  }

  /**
   * When a process is visited, and when it is called unwell: not for one bad answer, which a busy
   * moment explains.
   *
   * @param every how long after a visit began the next one is due
   * @param within how long an answer may take
   * @param answers how many bad answers in a row it takes
   * @param span how far the first and the last of them must lie apart
   */
  record Pace(Duration every, Duration within, int answers, Duration span) {

    static final Pace STANDARD =
        new Pace(Duration.ofSeconds(2), Duration.ofSeconds(2), 3, Duration.ofSeconds(10));
  }

  /** Sets a visit going when one is due; returns at once. */
  void visit(Instance instance, Optional<HealthCheck> check, Path output) {
    Instance.Identity process = instance.pid().orElseThrow();
    Findings before = findings.computeIfAbsent(process, _ -> Findings.NONE);
    long now = System.nanoTime();
    if (before.isDue(now, pace.every())) {
      findings.put(process, before.begun(now));
      executor.execute(() -> {
        long cut = new Output(output).cut(before.cut());
        boolean well =
            check.isEmpty() || Probe.isHealthy(instance.port(), check.get().path(), pace.within());
        findings.computeIfPresent(process, (_, found) -> found.ended(well, cut));
      });
    }
  }

  /** Why a live process is no longer taken to be healthy, if it is not. */
  Optional<Reason> unwell(Instance instance) {
    Findings found = instance.pid().map(findings::get).orElse(Findings.NONE);
    return found.isUnwell(pace)
        ? Optional.of(
            new Reason(
                "process-not-answering",
                instance.service()
                    + " lives, but gave no good answer to its health check "
                    + found.bad()
                    + " times in a row; it is started again."))
        : Optional.empty();
  }

  /** Nothing more is known of a process that was ended. */
  void forget(Instance.Identity process) {
    findings.remove(process);
  }
}
