package dev.slipway.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.definition.HealthCheck;
import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.observation.Health;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Release;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Log;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.conformance.Bench;
import dev.slipway.runtime.conformance.Tar;
import dev.slipway.runtime.files.Tail;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a process that goes on living. */
final class RoundsTest {

  private static final Rounds.Pace BRISK =
      new Rounds.Pace(Duration.ofMillis(20), Duration.ofSeconds(1), 3, Duration.ofMillis(200));

  @TempDir Path folder;

  private final Bench bench = new Bench();
  private final ExecutorService executor = Executors.newCachedThreadPool();
  private Optional<Adapter> opened = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    opened =
        Optional.of(
            ProcessAdapter.open(
                folder,
                Surroundings.of(Map.of("PATH", System.getenv("PATH"))),
                executor,
                BRISK,
                Forwarding.none()));
  }

  @AfterEach
  void everything_stops() {
    Outcome _ = bench.converge(adapter(), Bench.assignment(99), Context.Attempt.FIRST);
    executor.shutdownNow();
  }

  private Adapter adapter() {
    return opened.orElseThrow();
  }

  private Assignment web() {
    return Bench.assignment(
        1,
        bench.release(
            new Tar().file("version", "1"),
            new Workload.Run(
                Bench.words(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    Path.of("target", "test-classes").toAbsolutePath().toString(),
                    WebProgram.class.getName(),
                    "${port}",
                    "200")),
            Optional.of(new HealthCheck("/healthz", Duration.ofSeconds(20))),
            Timeouts.STANDARD));
  }

  private void converge(Assignment assignment, Context.Attempt attempt) {
    assertThat(bench.converge(adapter(), assignment, attempt))
        .isInstanceOf(Outcome.Converged.class);
  }

  private ObservedInstance seen() {
    return adapter().observe(Bench.SLOT).getFirst();
  }

  private static void breakIt(ObservedInstance instance) {
    int port = Integer.parseInt(instance.details().get("port"));
    assertThat(Probe.isHealthy(port, "/break", Duration.ofSeconds(5))).isTrue();
  }

  private static void await(BooleanSupplier what) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!what.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Sessions.pause(Duration.ofMillis(10));
    }
  }

  private static void signal(String signal, ObservedInstance instance)
      throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", signal, instance.details().get("pid")).start();
    assertThat(kill.waitFor()).isZero();
  }

  @Test
  void a_process_that_lives_and_stops_answering_is_unhealthy_and_is_started_again() {
    Assignment assignment = web();
    converge(assignment, Context.Attempt.FIRST);
    ObservedInstance first = seen();
    breakIt(first);
    await(() -> !adapter().difference(assignment).isEmpty());
    assertThat(adapter().difference(assignment).reasons().getFirst().code())
        .isEqualTo("process-not-answering");
    assertThat(seen().health()).isEqualTo(Health.UNHEALTHY);
    converge(assignment, Context.Attempt.AGAIN);
    assertThat(adapter().difference(assignment).isEmpty()).isTrue();
    assertThat(seen().health()).isEqualTo(Health.HEALTHY);
    assertThat(seen().details().get("pid")).isNotEqualTo(first.details().get("pid"));
  }

  @Test
  void one_that_hangs_is_noticed_without_anybody_waiting_and_one_that_comes_back_is_let_be()
      throws IOException, InterruptedException {
    Assignment assignment = web();
    converge(assignment, Context.Attempt.FIRST);
    ObservedInstance first = seen();
    signal("-STOP", first);
    await(() -> !adapter().difference(assignment).isEmpty());
    assertThat(seen().health()).isEqualTo(Health.UNHEALTHY);
    signal("-CONT", first);
    await(() -> adapter().difference(assignment).isEmpty());
    converge(assignment, Context.Attempt.AGAIN);
    assertThat(seen()).isEqualTo(first);
  }

  @Test
  void bad_answers_count_only_in_a_row_and_over_a_while() {
    Findings found = Findings.NONE;
    Rounds.Pace pace = Rounds.Pace.STANDARD;
    long second = Duration.ofSeconds(1).toNanos();
    for (int answer = 0; answer < 5; answer++) {
      found = found.begun(answer * 2L * second).ended(false, 0);
      assertThat(found.isUnwell(pace)).isFalse();
    }
    assertThat(found.begun(10 * second).ended(false, 0).isUnwell(pace)).isTrue();
    Findings again = found.begun(10 * second).ended(true, 0);
    assertThat(again.begun(12 * second).ended(false, 0).isUnwell(pace)).isFalse();
  }

  @Test
  void the_output_of_a_running_process_is_cut_and_no_new_line_is_lost() throws IOException {
    Release chatty =
        bench.release(
            new Tar()
                .program(
                    "bin/web",
                    "#!/bin/sh\nyes 'a line that is said again and again' | head -c 69000000\n"
                        + "while [ ! -e '"
                        + folder.resolve("go")
                        + "' ]; do sleep 0.05; done\necho the newest line\nexec sleep 60\n"),
            new Workload.Run(Bench.words("./bin/web")),
            Optional.empty(),
            Timeouts.STANDARD);
    Assignment assignment = Bench.assignment(1, chatty);
    converge(assignment, Context.Attempt.FIRST);
    Path log = onlyLog();
    await(() -> {
      assertThat(adapter().difference(assignment).isEmpty()).isTrue();
      return startsWithZeros(log);
    });
    Files.createFile(folder.resolve("go"));
    await(() -> Tail.of(log).endsWith("the newest line"));
    assertThat(Files.size(log)).isEqualTo(69_000_000 + "the newest line\n".length());
    assertThat(onDisk(log)).isBetween(Output.KEPT, Output.KEPT + (2L << 20));
    Log written = adapter().logs(Bench.SLOT).getFirst();
    assertThat(written.ended()).isFalse();
    assertThat(written.written().end()).isEqualTo(Files.size(log));
    assertThat(written.written().first()).isBetween(1L << 20, 5L << 20);
  }

  private Path onlyLog() throws IOException {
    try (Stream<Path> logs = Files.list(folder.resolve("slots/staging.local.shop/logs"))) {
      return logs.filter(log -> log.toString().endsWith(".log")).toList().getFirst();
    }
  }

  private static boolean startsWithZeros(Path log) {
    try (var in = Files.newInputStream(log)) {
      return in.read() == 0;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static long onDisk(Path log) throws IOException {
    Process du = new ProcessBuilder("du", "--block-size=1", log.toString()).start();
    String text = new String(du.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return Long.parseLong(text.split("\\s", 2)[0]);
  }
}
