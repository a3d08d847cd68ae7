package dev.slipway.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.definition.Timeouts;
import dev.slipway.model.definition.Workload;
import dev.slipway.model.state.Release;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Log;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.conformance.Bench;
import dev.slipway.runtime.conformance.Tar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandLogsTest {

  @TempDir Path folder;

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final Bench bench = new Bench();
  private Optional<Adapter> opened = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    opened =
        Optional.of(
            CommandAdapter.open(
                folder, Surroundings.of(Map.of("PATH", System.getenv("PATH"))), executor));
  }

  @AfterEach
  void close() throws InterruptedException {
    executor.shutdown();
    assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void what_a_command_wrote_is_its_log_and_the_next_one_has_its_own() throws IOException {
    run(1, release("printf 'one\\0\\377'", Timeouts.STANDARD));
    run(2, release("echo two; exit 3", Timeouts.STANDARD));
    List<Log> logs = logs();
    assertThat(logs).hasSize(2).allMatch(Log::ended);
    assertThat(logs.getFirst().fence()).hasToString("1.1");
    assertThat(logs.getFirst().service()).hasToString("web");
    assertThat(bytes(logs.getFirst())).isEqualTo(new byte[] {'o', 'n', 'e', 0, (byte) 0xff});
    assertThat(text(logs.getLast())).isEqualTo("two\n");
  }

  @Test
  void the_log_of_a_command_that_was_stopped_is_kept_and_says_why() throws IOException {
    Timeouts silence = Bench.timeouts(Duration.ofMinutes(1), Duration.ofMillis(300));
    run(1, release("echo begin; sleep 60", silence));
    assertThat(text(logs().getFirst()))
        .startsWith("begin\n")
        .endsWith("[slipway] The command wrote nothing for longer than it may, and was stopped.\n");
    assertThat(logs().getFirst().ended()).isTrue();
    Timeouts total = Bench.timeouts(Duration.ofMillis(300), Duration.ofMinutes(1));
    run(2, release("echo begin; sleep 60", total));
    assertThat(text(logs().getLast())).startsWith("begin\n").contains("longer than it may in all");
  }

  private void run(int position, Release release) {
    var _ =
        bench.converge(
            opened.orElseThrow(), Bench.assignment(position, release), Context.Attempt.FIRST);
  }

  private Release release(String script, Timeouts timeouts) {
    return bench.release(
        new Tar().program("deploy", "#!/bin/sh\n" + script + "\n"),
        new Workload.Command(Bench.words("./deploy"), false),
        Optional.empty(),
        timeouts);
  }

  private List<Log> logs() {
    return opened.orElseThrow().logs(Bench.SLOT);
  }

  private static String text(Log log) throws IOException {
    return new String(bytes(log), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Log log) throws IOException {
    ByteBuffer into = ByteBuffer.allocate((int) log.written().end());
    log.written().read(0, into);
    return into.array();
  }
}
