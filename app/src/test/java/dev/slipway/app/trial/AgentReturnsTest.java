package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent finds that was stopped while there was news for it. */
class AgentReturnsTest {

  @TempDir private Path folder;
  private Path edge;
  private ServerProcess server;
  private Repo repo;

  @BeforeEach
  void start() {
    edge = folder.resolve("edge");
    server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    server
        .api()
        .apply("{environment: staging, silent_after: 1s}", "{target: edge, environment: staging}");
    RemoteAgent.joined(server.api(), server.address(), "staging", "edge", edge);
    repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          job: {command: './deploy {sha}', timeout: 5s}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """);
    repo.with("deploy", "#!/bin/sh\necho \"$1\" >> " + folder.resolve("ran") + "\n");
    repo.push("Begin");
    server.api().addApplication(repo.url());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_order_outlives_server_and_agent() throws Exception {
    String listened = server.address().getAuthority();
    String sha = repo.push("For later");
    awaitActive(sha, "rolling");
    server.kill();
    try (RemoteAgent _ = RemoteAgent.run(edge)) {
      server = ServerProcess.at(folder.resolve("data"), listened);
      server.api().awaitInForce("shop", "staging", sha);
    }
    assertThat(ran()).containsExactly(sha);
  }

  @Test
  void two_releases_meanwhile_end_at_the_newest() throws IOException {
    String first = repo.push("First");
    awaitActive(first, "rolling");
    String second = repo.push("Second");
    awaitQueued(second);
    try (RemoteAgent _ = RemoteAgent.run(edge)) {
      server.api().awaitInForce("shop", "staging", second);
    }
    assertThat(ran().getLast()).isEqualTo(second);
  }

  @Test
  void a_release_that_was_given_up_meanwhile_is_not_applied_at_all() throws Exception {
    String first = repo.push("First");
    JsonNode stuck = awaitActive(first, "stuck");
    assertThat(stuck.at("/active/because/code").asText()).isEqualTo("silent");
    String second = repo.push("Second");
    awaitQueued(second);
    String number = stuck.at("/active/number").asText();
    Process settled =
        server.client(
            folder.resolve("settle.log"),
            "settle",
            "shop/staging#" + number,
            "--target",
            "edge",
            "--failed");
    assertThat(settled.waitFor()).as(Files.readString(folder.resolve("settle.log"))).isZero();
    awaitActive(second, "rolling");
    try (RemoteAgent _ = RemoteAgent.run(edge)) {
      server.api().awaitInForce("shop", "staging", second);
    }
    assertThat(ran()).containsExactly(second);
  }

  private JsonNode awaitActive(String sha, String state) {
    return server
        .api()
        .await(
            "shop",
            "staging",
            it ->
                it.at("/active/sha").asText().equals(sha)
                    && it.at("/active/state").asText().equals(state));
  }

  private void awaitQueued(String sha) {
    server
        .api()
        .awaitList(
            "/api/v1/queue",
            items -> items.stream().anyMatch(item -> item.path("sha").asText().equals(sha)));
  }

  private List<String> ran() throws IOException {
    return Files.readAllLines(folder.resolve("ran"));
  }
}
