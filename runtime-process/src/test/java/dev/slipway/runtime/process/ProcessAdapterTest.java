package dev.slipway.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ServiceName;
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
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.conformance.AdapterConformance;
import dev.slipway.runtime.conformance.Bench;
import dev.slipway.runtime.conformance.Tar;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessAdapterTest extends AdapterConformance {

  private static final HealthCheck HEALTH = new HealthCheck("/healthz", Duration.ofSeconds(20));

  @TempDir Path folder;

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private Optional<Adapter> opened = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    opened = Optional.of(opened());
  }

  @AfterEach
  void everything_stops() {
    Outcome _ = bench.converge(adapter(), Bench.assignment(99), Context.Attempt.FIRST);
    executor.shutdownNow();
  }

  private Adapter opened() throws IOException {
    return ProcessAdapter.open(
        folder.resolve("processes"),
        Surroundings.of(Map.of("PATH", System.getenv("PATH"))),
        executor,
        Forwarding.none());
  }

  private Release web(String version, String status) {
    return bench.release(
        new Tar().file("version", version),
        new Workload.Run(
            Bench.words(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                WebProgram.class.getName(),
                "${port}",
                status)),
        Optional.of(HEALTH),
        Timeouts.STANDARD);
  }

  private Release script(String script, Optional<HealthCheck> health) {
    return bench.release(
        new Tar().program("bin/web", "#!/bin/sh\n" + script + "\n"),
        new Workload.Run(Bench.words("./bin/web")),
        health,
        Timeouts.STANDARD);
  }

  private ObservedInstance converged(Release release, Context.Attempt attempt) {
    Outcome outcome = bench.converge(adapter(), Bench.assignment(1, release), attempt);
    assertThat(outcome).isInstanceOf(Outcome.Converged.class);
    return adapter().observe(Bench.SLOT).getFirst();
  }

  private static long pid(ObservedInstance instance) {
    return Long.parseLong(instance.details().get("pid"));
  }

  private static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    while (Sessions.stat(pid).isPresent()) {
      Sessions.pause(Duration.ofMillis(2));
    }
  }

  @Override
  protected Adapter adapter() {
    return opened.orElseThrow();
  }

  @Override
  protected Release good() {
    return script("exec sleep 60", Optional.empty());
  }

  @Override
  protected Release bad() {
    return script("echo cannot; exit 1", Optional.of(HEALTH));
  }

  @Override
  protected Release endless() {
    return script("exec sleep 60", Optional.of(HEALTH));
  }

  @Test
  void a_web_service_is_started_probed_and_healthy() {
    ObservedInstance instance = converged(web("1", "200"), Context.Attempt.FIRST);
    assertThat(instance.health()).isEqualTo(Health.HEALTHY);
    int port = Integer.parseInt(instance.details().get("port"));
    assertThat(Probe.isHealthy(port, "/", Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void a_service_that_answers_badly_fails_and_leaves_no_process() throws IOException {
    Release release =
        bench.release(
            new Tar().file("version", "bad"),
            web("bad", "500").workload(),
            Optional.of(new HealthCheck("/healthz", Duration.ofSeconds(2))),
            Timeouts.STANDARD);
    Outcome outcome =
        bench.converge(adapter(), Bench.assignment(1, release), Context.Attempt.FIRST);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.because().code()).isEqualTo("not-healthy"));
    long pid = pid(adapter().observe(Bench.SLOT).getFirst());
    assertThat(Sessions.members(pid)).isEmpty();
  }

  @Test
  void one_that_ends_at_once_fails_with_its_last_lines() {
    assertThat(bench.converge(adapter(), Bench.assignment(1, bad()), Context.Attempt.FIRST))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.because().code()).isEqualTo("process-ended");
              assertThat(failed.because().sentence()).contains("cannot");
            });
  }

  @Test
  void a_killed_process_differs_and_is_healed() {
    long first = pid(converged(good(), Context.Attempt.FIRST));
    kill(first);
    Assignment assignment = Bench.assignment(1, good());
    assertThat(adapter().difference(assignment).reasons().getFirst().code())
        .isEqualTo("process-gone");
    assertThat(adapter().observe(Bench.SLOT).getFirst().health()).isEqualTo(Health.GONE);
    ObservedInstance healed = converged(good(), Context.Attempt.AGAIN);
    assertThat(healed.health()).isEqualTo(Health.HEALTHY);
    assertThat(pid(healed)).isNotEqualTo(first);
  }

  @Test
  void another_life_of_the_agent_adopts_the_same_process() throws IOException {
    long first = pid(converged(good(), Context.Attempt.FIRST));
    opened = Optional.of(opened());
    assertThat(pid(converged(good(), Context.Attempt.AGAIN))).isEqualTo(first);
  }

  @Test
  void a_process_whose_number_was_not_noted_any_more_is_found_and_stopped() throws IOException {
    long first = pid(converged(good(), Context.Attempt.FIRST));
    Path state = folder.resolve("processes/slots/staging.local.shop/services/web.1");
    Files.writeString(state, Files.readString(state).replaceAll("(?m)^(pid|ticks)=.*\n", ""));
    ObservedInstance next = converged(good(), Context.Attempt.AGAIN);
    assertThat(Sessions.stat(first)).isEmpty();
    assertThat(pid(next)).isNotEqualTo(first);
  }

  @Test
  void another_release_takes_the_place_of_the_old_one() {
    long first = pid(converged(good(), Context.Attempt.FIRST));
    Release next = script("exec sleep 61", Optional.empty());
    assertThat(pid(converged(next, Context.Attempt.FIRST))).isNotEqualTo(first);
    assertThat(Sessions.stat(first)).isEmpty();
  }

  @Test
  void what_a_process_started_is_stopped_with_it() throws IOException {
    long first =
        pid(converged(script("sleep 60 & exec sleep 60", Optional.empty()), Context.Attempt.FIRST));
    assertThat(Sessions.members(first)).hasSizeGreaterThan(1);
    Outcome _ = bench.converge(adapter(), Bench.assignment(2), Context.Attempt.FIRST);
    assertThat(Sessions.members(first)).isEmpty();
  }

  @Test
  void what_is_assigned_after_another_does_not_start_before_that_is_well() {
    Assignment like = Bench.assignment(1);
    Outcome outcome =
        bench.converge(
            adapter(),
            new Assignment(
                like.slot(), like.fence(), List.of(named("web", bad()), named("db", good()))),
            Context.Attempt.FIRST);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(adapter().observe(Bench.SLOT))
        .extracting(instance -> instance.service().value())
        .doesNotContain("db");
  }

  private static Assignment.Share named(String name, Release like) {
    Release release =
        new Release(
            new ServiceName(name),
            like.artifact(),
            like.workload(),
            like.health(),
            like.variables(),
            like.timeouts());
    return new Assignment.Share(like.artifact().digest(), release);
  }

  @Test
  void the_current_and_the_previous_release_are_kept() throws IOException {
    for (int version = 1; version <= 3; version++) {
      ObservedInstance _ =
          converged(script("exec sleep 6" + version, Optional.empty()), Context.Attempt.FIRST);
    }
    Path releases = folder.resolve("processes/slots/staging.local.shop/releases");
    try (Stream<Path> kept = Files.list(releases)) {
      assertThat(kept).hasSize(2);
    }
  }
}
