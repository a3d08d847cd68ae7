package dev.slipway.runtime.external;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.slipway.runtime.conformance.AdapterConformance;
import dev.slipway.runtime.conformance.Bench;
import dev.slipway.runtime.conformance.Tar;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExternalAdapterTest extends AdapterConformance {

  private static final Pace BRISK =
      new Pace(Duration.ofMillis(20), Duration.ofMillis(5), Duration.ofMillis(20), 3);

  @TempDir Path folder;

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private Optional<Adapter> opened = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    opened =
        Optional.of(
            ExternalAdapter.open(
                folder.resolve("external"),
                Surroundings.of(Map.of("PATH", System.getenv("PATH"))),
                executor,
                InstantSource.system(),
                BRISK));
  }

  @AfterEach
  void everything_stops() {
    executor.shutdownNow();
  }

  @Override
  protected Adapter adapter() {
    return opened.orElseThrow();
  }

  private Path thing() {
    return folder.resolve("thing");
  }

  private Release programs(String fetch, String apply) {
    return bench.release(
        new Tar()
            .program("fetch", "#!/bin/sh\n" + fetch + "\n")
            .program("apply", "#!/bin/sh\n" + apply + "\n"),
        new Workload.External(
            Bench.words("./fetch", thing().toString()), Bench.words("./apply", thing().toString())),
        Optional.empty(),
        new Timeouts(Duration.ofSeconds(20), Duration.ofSeconds(20)));
  }

  @Override
  protected Release good() {
    return programs(
        "test -e $1 || exit 2",
        "if [ $SLIPWAY_WANTED = gone ]; then rm -f $1; else echo x >> $1; fi");
  }

  @Override
  protected Release bad() {
    return programs("exit 2", "test $SLIPWAY_WANTED = gone || { echo cannot >&2; exit 1; }");
  }

  @Override
  protected Release endless() {
    return programs("sleep 60", "true");
  }

  private Outcome converge(Release release) {
    return bench.converge(adapter(), Bench.assignment(1, release), Context.Attempt.FIRST);
  }

  private static String codeOf(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).because().code();
  }

  @Test
  void work_to_do_is_done_once_and_what_is_done_is_left_alone() throws IOException {
    assertThat(converge(good())).isInstanceOf(Outcome.Converged.class);
    assertThat(converge(good())).isInstanceOf(Outcome.Converged.class);
    assertThat(thing()).hasContent("x");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 126, 255})
  void any_other_code_of_fetch_is_tried_again_and_then_a_failure(int code) throws IOException {
    Path tries = folder.resolve("tries");
    Outcome outcome =
        converge(programs("echo x >> " + tries + "; echo because >&2; exit " + code, "true"));
    assertThat(codeOf(outcome)).isEqualTo("fetch-failed");
    assertThat(((Outcome.Failed) outcome).because().sentence()).contains("because", "code " + code);
    assertThat(Files.readAllLines(tries)).hasSize(3);
  }

  @Test
  void a_failure_that_passes_is_none() {
    Outcome outcome =
        converge(programs("if test -e $1; then exit 0; fi; touch $1; exit 1", "exit 1"));
    assertThat(outcome).isInstanceOf(Outcome.Converged.class);
  }

  @Test
  void an_apply_that_fails_again_and_again_fails_with_its_last_lines() {
    Outcome outcome = converge(bad());
    assertThat(codeOf(outcome)).isEqualTo("apply-failed");
    assertThat(((Outcome.Failed) outcome).because().sentence()).contains("cannot");
  }

  @Test
  void what_never_comes_to_an_end_is_over_when_its_time_is() {
    Release slow =
        bench.release(
            new Tar().program("fetch", "#!/bin/sh\nexit 2\n"),
            new Workload.External(Bench.words("./fetch"), Bench.words("true")),
            Optional.empty(),
            new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    assertThat(codeOf(converge(slow))).isEqualTo("timed-out");
  }

  @Test
  void objects_are_told_as_fetch_says_them() {
    Outcome outcome =
        converge(
            programs(
                "echo '{\"objects\":[{\"name\":\"site\",\"health\":\"healthy\","
                    + "\"details\":{\"url\":\"https://site.test\"}},{\"name\":\"cdn\"}]}'",
                "true"));
    List<ObservedInstance> instances = ((Outcome.Converged) outcome).instances();
    assertThat(instances).extracting(ObservedInstance::instance).containsExactly("site", "cdn");
    assertThat(instances)
        .extracting(ObservedInstance::health)
        .containsExactly(Health.HEALTHY, Health.UNKNOWN);
    assertThat(instances.getFirst().details()).containsEntry("url", "https://site.test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo {",
        "echo '[]'",
        "echo '{\"objects\":[]}'",
        "echo '{\"objects\":[{}]}'",
        "echo '{\"objects\":[{\"name\":\"\"}]}'",
        "echo '{\"objects\":[{\"name\":\"a\",\"health\":\"fine\"}]}'",
        "echo '{\"objects\":[{\"name\":\"a\",\"details\":{\"n\":1}}]}'"
      })
  void what_is_no_list_of_objects_is_a_failure(String script) {
    assertThat(codeOf(converge(programs(script, "true")))).isEqualTo("fetch-output");
  }

  @Test
  void too_much_output_is_ended() {
    assertThat(codeOf(converge(programs("yes", "true")))).isEqualTo("too-much-output");
  }

  @Test
  void what_changes_behind_its_back_differs_and_is_healed() throws IOException {
    Assignment assignment = Bench.assignment(1, good());
    assertThat(bench.converge(adapter(), assignment, Context.Attempt.FIRST))
        .isInstanceOf(Outcome.Converged.class);
    Files.delete(thing());
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (adapter().difference(assignment).isEmpty()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Sessions.pause(Duration.ofMillis(5));
    }
    assertThat(adapter().difference(assignment).reasons().getFirst().code())
        .isEqualTo("external-differs");
    assertThat(bench.converge(adapter(), assignment, Context.Attempt.AGAIN))
        .isInstanceOf(Outcome.Converged.class);
    assertThat(thing()).exists();
    assertThat(adapter().difference(assignment).isEmpty()).isTrue();
  }

  @Test
  void what_is_no_longer_wanted_is_taken_away_by_what_made_it() {
    assertThat(converge(good())).isInstanceOf(Outcome.Converged.class);
    assertThat(bench.converge(adapter(), Bench.assignment(2), Context.Attempt.FIRST))
        .isInstanceOf(Outcome.Converged.class);
    assertThat(thing()).doesNotExist();
  }

  @Test
  void what_its_programs_write_is_the_log_of_the_turn_and_a_quiet_turn_has_none()
      throws IOException {
    Release talking =
        programs(
            "echo '{\"objects\":[{\"name\":\"a\"}]}'; test -e $1 || { echo missing >&2; exit 2; }",
            "printf 'said\\0'; printf told >&2; touch $1");
    assertThat(converge(talking)).isInstanceOf(Outcome.Converged.class);
    assertThat(converge(talking)).isInstanceOf(Outcome.Converged.class);
    assertThat(logs()).singleElement().matches(Log::ended);
    assertThat(logs().getFirst().fence()).hasToString("1.1");
    assertThat(text(logs().getFirst())).isEqualTo("missing\n[slipway] Runs 'apply'.\nsaid\0told");
  }

  @Test
  void each_healing_has_its_log_and_the_former_stays() throws IOException {
    converge(programs("test -e $1 || exit 2", "echo once; touch $1"));
    Files.delete(thing());
    converge(programs("test -e $1 || exit 2", "echo twice; touch $1"));
    assertThat(logs()).hasSize(2).allMatch(Log::ended);
    assertThat(text(logs().getFirst())).contains("once").doesNotContain("twice");
    assertThat(text(logs().getLast())).contains("twice").doesNotContain("once");
  }

  @Test
  void a_log_says_how_programs_failed_and_what_could_not_be_used() throws IOException {
    converge(bad());
    assertThat(text(logs().getLast()))
        .contains("cannot\n[slipway] 'apply' ended with exit code 1.\n");
    converge(programs("echo nonsense", "true"));
    assertThat(text(logs().getLast()))
        .startsWith("nonsense\n[slipway] What 'fetch' wrote cannot be used.");
    converge(programs("yes >&2", "true"));
    assertThat(text(logs().getLast())).endsWith("[slipway] 'fetch' wrote more than it may.\n");
  }

  @Test
  void the_newest_thirty_logs_of_a_slot_are_kept() throws IOException {
    for (int i = 0; i < 33; i++) {
      converge(programs("exit 9", "true"));
    }
    assertThat(logs()).hasSize(30);
    assertThat(logs().getLast().instance()).isEqualTo("programs-33");
  }

  private List<Log> logs() {
    return adapter().logs(Bench.SLOT);
  }

  private static String text(Log log) throws IOException {
    ByteBuffer into = ByteBuffer.allocate((int) log.written().end());
    log.written().read(0, into);
    return new String(into.array(), StandardCharsets.UTF_8);
  }
}
