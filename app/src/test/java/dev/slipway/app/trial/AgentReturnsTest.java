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

  private static final String DOCUMENT =
      """
      application: shop
      services:
        job: {command: './deploy {sha}', timeout: 5s}
      route: [staging]
      """;

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
    repo.with("slipway.yaml", DOCUMENT + "triggers:\n  - {on: push, branch: main}\n");
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
  void of_two_releases_meanwhile_only_the_newest_is_applied() throws IOException {
    String before = repo.push("Before");
    try (RemoteAgent _ = RemoteAgent.run(edge)) {
      server.api().awaitInForce("shop", "staging", before);
    }
    String first = repo.push("First");
    awaitActive(first, "rolling");
    String second = repo.push("Second");
    awaitActive(second, "rolling");
    JsonNode passed =
        server.api().get("/api/v1/applications/shop/environments/staging/deliveries/2");
    assertThat(passed.at("/delivery/state").asText()).isEqualTo("superseded");
    try (RemoteAgent _ = RemoteAgent.run(edge)) {
      server.api().awaitInForce("shop", "staging", second);
    }
    assertThat(ran()).containsExactly(before, second);
  }

  @Test
  void a_requested_release_that_was_given_up_meanwhile_is_not_applied_at_all() throws Exception {
    repo.with("slipway.yaml", DOCUMENT);
    String first = deployed("First");
    JsonNode stuck = awaitActive(first, "stuck");
    assertThat(stuck.at("/active/because/code").asText()).isEqualTo("silent");
    String second = deployed("Second");
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

  /** Wished for by somebody; nobody passes that. */
  private String deployed(String message) {
    String sha = repo.push(message);
    JsonNode wish = Api.JSON.createObjectNode().put("environment", "staging").put("revision", sha);
    assertThat(server.api().post("/api/v1/applications/shop/deploy", wish).status()).isEqualTo(202);
    return sha;
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
