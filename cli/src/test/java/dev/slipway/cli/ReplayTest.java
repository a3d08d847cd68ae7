package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code slipway whatif} while the server replays. */
final class ReplayTest {

  @TempDir private Path folder;

  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static JsonNode replay(String state, int percent) {
    ObjectNode replay = (ObjectNode) Contract.sample("WhatIf");
    replay.put("state", state);
    replay.put("percent", percent);
    return replay;
  }

  private Run whatIf(String since) throws IOException {
    Path file = folder.resolve("staging.yaml");
    Files.writeString(file, "environment: staging\n");
    return Run.of(server, "whatif", "--since", since, "--with", file.toString());
  }

  @Test
  void says_how_far_it_is_until_it_is_done() throws IOException {
    server.answer("beginWhatIf", replay("running", 0));
    server.answer("getWhatIf", replay("running", 40), replay("running", 40), replay("done", 100));

    Run run = whatIf("7d");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).contains("replaying: 0 %").containsOnlyOnce("replaying: 40 %");
    assertThat(run.out()).contains("DIFFERENCE").contains("assumed: ");
    assertThat(server.breaches()).isEmpty();
    assertThat(server.bodies().getFirst().get("since").asText()).isEqualTo("2026-11-14T12:03:00Z");
  }

  @Test
  void a_replay_that_failed_ends_with_1_and_its_reason() throws IOException {
    server.answer("beginWhatIf", replay("failed", 10));

    Run run = whatIf("2026-11-01T00:00:00Z");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).startsWith("The replay failed: ");
  }

  @Test
  void a_time_that_is_none_is_told_before_anything_is_asked() throws IOException {
    Run run = whatIf("yesterday");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("neither an instant");
    assertThat(server.asked()).isEmpty();
  }
}
