package dev.slipway.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Release;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Cancellation;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.conformance.AdapterConformance;
import dev.slipway.runtime.conformance.Bench;
import dev.slipway.runtime.conformance.Tar;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandAdapterTest extends AdapterConformance {

  private static final Timeouts TIMES = Timeouts.STANDARD;
  private static final String COUNT = "echo run >> \"$1\"";

  @TempDir Path folder;

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private Optional<Adapter> opened = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    opened = Optional.of(opened());
  }

  @AfterEach
  void nothing_is_left_behind() throws IOException, InterruptedException {
    executor.shutdown();
    assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    try (Stream<Path> left = Files.walk(folder.resolve("commands/workspaces"), 2)) {
      assertThat(left.filter(path -> path.getNameCount() > folder.getNameCount() + 3)).isEmpty();
    }
    try (Stream<Path> runs = Files.walk(folder.resolve("commands/runs"), 2)) {
      for (Path file : runs.toList()) {
        String run = file.toString().replaceFirst("\\.state$", "");
        assertThat(Sessions.leadersWith("SLIPWAY_RUN=" + run)).isEmpty();
      }
    }
  }

  private Adapter opened() throws IOException {
    return CommandAdapter.open(
        folder.resolve("commands"),
        Surroundings.of(Map.of("PATH", System.getenv("PATH"))),
        executor);
  }

  private Release release(String script, Timeouts timeouts, boolean idempotent) {
    return bench.release(
        new Tar().program("deploy", "#!/bin/sh\n" + script + "\n"),
        new Workload.Command(Bench.words("./deploy", counter().toString()), idempotent),
        Optional.empty(),
        timeouts);
  }

  private Release release(String script) {
    return release(script, TIMES, false);
  }

  private Path counter() {
    return folder.resolve("counter");
  }

  private long count() throws IOException {
    return Files.exists(counter()) ? Files.readAllLines(counter()).size() : 0;
  }

  private Path runs() {
    return folder.resolve("commands/runs/staging.local.shop");
  }

  @Override
  protected Adapter adapter() {
    return opened.orElseThrow();
  }

  @Override
  protected Release good() {
    return release("exit 0");
  }

  @Override
  protected Release bad() {
    return release("echo no luck; exit 3");
  }

  @Override
  protected Release endless() {
    return release("sleep 60");
  }

  @Test
  void the_words_arrive_as_they_are_and_none_is_read_as_shell() {
    Release release =
        bench.release(
            new Tar()
                .program(
                    "fab", "#!/bin/sh\nfor word in \"$@\"; do echo \"<$word>\"; done\nexit 9\n"),
            Bench.command("./fab", "-R", "production", "deploy:sha=abc", "ref=a;touch x", "$(id)"),
            Optional.empty(),
            TIMES);
    Outcome outcome =
        bench.converge(adapter(), Bench.assignment(1, release), Context.Attempt.FIRST);
    assertThat(outcome.toString())
        .contains("exit code 9")
        .contains("<-R> | <production> | <deploy:sha=abc> | <ref=a;touch x> | <$(id)>");
  }

  @Test
  void a_command_that_takes_too_long_is_stopped_with_all_it_started() {
    Release release =
        release(
            "sleep 60 & sleep 60",
            Bench.timeouts(Duration.ofMillis(300), Duration.ofMinutes(1)),
            false);
    assertThat(bench.converge(adapter(), Bench.assignment(1, release), Context.Attempt.FIRST))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.because().code()).isEqualTo("timed-out"));
  }

  @Test
  void a_cancelled_command_is_gone_with_all_it_started_even_what_ignores_signals_or_left()
      throws IOException {
    Path started = folder.resolve("started");
    String script =
        "trap '' TERM INT HUP; sleep 600 & (trap '' TERM; sleep 600) & "
            + "setsid sh -c 'trap \"\" TERM; echo up > "
            + started
            + "; while :; do sleep 600; done' & while :; do sleep 600; done";
    Cancellation cancellation = new Cancellation();
    CompletionStage<Outcome> outcome =
        adapter()
            .converge(
                Bench.assignment(1, release(script)),
                bench.context(Context.Attempt.FIRST, cancellation));
    while (!Files.exists(started)) {
      Sessions.pause(Duration.ofMillis(5));
    }
    String mark = "SLIPWAY_RUN=" + runs().resolve("1.1-web");
    assertThat(Sessions.carriers(mark).size()).isGreaterThanOrEqualTo(5);
    long asked = System.nanoTime();
    cancellation.request();
    assertThat(Bench.join(outcome))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.because().code()).isEqualTo("cancelled"));
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(10));
    assertThat(Sessions.carriers(mark)).isEmpty();
  }

  @Test
  void a_silent_command_is_stopped() {
    Release release =
        release(
            "echo begin; sleep 60",
            Bench.timeouts(Duration.ofMinutes(1), Duration.ofMillis(300)),
            false);
    assertThat(bench.converge(adapter(), Bench.assignment(1, release), Context.Attempt.FIRST))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.because().code()).isEqualTo("no-output"));
  }

  @Test
  void another_life_of_the_agent_finds_the_exit_code_and_runs_nothing() throws IOException {
    Assignment assignment = Bench.assignment(1, release(COUNT + "; exit 4"));
    Outcome first = bench.converge(adapter(), assignment, Context.Attempt.FIRST);
    assertThat(bench.converge(opened(), assignment, Context.Attempt.AGAIN)).isEqualTo(first);
    assertThat(bench.converge(opened(), assignment, Context.Attempt.AGAIN_AFTER_RESTART))
        .isEqualTo(first);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void another_life_of_the_agent_waits_for_a_command_that_still_runs() throws IOException {
    Path gate = folder.resolve("gate");
    Assignment assignment =
        Bench.assignment(
            1, release(COUNT + "; while [ ! -e " + gate + " ]; do sleep 0.02; done; exit 0"));
    CompletionStage<Outcome> first =
        adapter().converge(assignment, bench.context(Context.Attempt.FIRST, new Cancellation()));
    while (count() == 0) {
      Sessions.pause(Duration.ofMillis(5));
    }
    CompletionStage<Outcome> second =
        opened().converge(assignment, bench.context(Context.Attempt.AGAIN, new Cancellation()));
    Files.createFile(gate);
    assertThat(Bench.join(second)).isInstanceOf(Outcome.Converged.class);
    assertThat(Bench.join(first)).isInstanceOf(Outcome.Converged.class);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void a_command_that_was_never_claimed_is_run_by_the_next_life() throws IOException {
    Assignment assignment = Bench.assignment(1, release(COUNT));
    Files.createDirectories(runs());
    Files.createFile(runs().resolve("1.1-web.output"));
    assertThat(bench.converge(adapter(), assignment, Context.Attempt.AGAIN))
        .isInstanceOf(Outcome.Converged.class);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void a_claimed_command_without_supervisor_and_exit_code_is_unknown() throws IOException {
    Assignment assignment = Bench.assignment(1, release(COUNT));
    Files.createFile(Files.createDirectories(runs()).resolve("1.1-web.state"));
    assertThat(bench.converge(adapter(), assignment, Context.Attempt.AGAIN))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(count()).isZero();
  }

  @Test
  void an_idempotent_command_of_unknown_outcome_is_run_again() throws IOException {
    Assignment assignment = Bench.assignment(1, release(COUNT, TIMES, true));
    Files.createFile(Files.createDirectories(runs()).resolve("1.1-web.state"));
    assertThat(bench.converge(adapter(), assignment, Context.Attempt.AGAIN))
        .isInstanceOf(Outcome.Converged.class);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void after_a_restart_of_the_machine_nobody_knows() throws IOException {
    assertThat(
            bench.converge(
                adapter(),
                Bench.assignment(1, release(COUNT)),
                Context.Attempt.AGAIN_AFTER_RESTART))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(count()).isZero();
  }

  @Test
  void workspaces_that_a_crash_left_are_swept_at_the_start() throws IOException {
    Path workspace = folder.resolve("commands/workspaces/staging.local.shop/1.7-web");
    Files.createDirectories(workspace.resolve("read-only"));
    Adapter _ = opened();
    assertThat(workspace).doesNotExist();
  }

  @Test
  void the_agents_own_variables_stay_with_the_agent() {
    Outcome outcome =
        bench.converge(
            adapter(), Bench.assignment(1, release("env; exit 1")), Context.Attempt.FIRST);
    assertThat(outcome.toString()).contains("PATH=").doesNotContain("JAVA_HOME");
  }
}
