package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The seed's own command, {@code fab -R {env} deploy:sha={sha}}, with a {@code fab} that notes how
 * it was called and waits while there is a file called {@code wait}.
 */
class SeedTest {

  @TempDir private Path folder;
  private ServerProcess server;
  private Repo repo;

  @BeforeEach
  void start() {
    repo = Repo.in(folder);
    repo.with(
        "slipway.yaml",
        """
        application: seed
        services:
          job: {command: 'fab -R {env} deploy:sha={sha}'}
        route: [dev, production]
        triggers:
          - {on: push, branch: main}
        """);
    repo.push("Begin");
    Repo.script(
        folder.resolve("bin/fab"),
        """
        #!/bin/sh
        echo "$#: $*" >> FOLDER/ran
        while [ -e FOLDER/wait ]; do sleep 0.1; done
        [ ! -e FOLDER/fail ]
        """
            .replace("FOLDER", folder.toString()));
    server = restarted();
    server.api().addApplication(repo.url());
  }

  @AfterEach
  void stop() throws IOException {
    Files.deleteIfExists(folder.resolve("wait"));
    server.close();
  }

  @Test
  void the_seeds_request_runs_the_seeds_command_once() throws IOException {
    String sha = repo.head();
    Api.Answer answer =
        server.api().post("/api/0/seed/deploy?env=dev&sha=" + sha, Api.JSON.createObjectNode());
    assertThat(answer.status()).isEqualTo(202);
    server.api().awaitInForce("seed", "dev", sha);
    assertThat(ran()).containsExactly("3: -R dev deploy:sha=" + sha);
    assertThat(
            server
                .api()
                .post("/api/0/seed/deploy?env=nowhere", Api.JSON.createObjectNode())
                .status())
        .isEqualTo(400);
  }

  @Test
  void the_clients_exit_code_says_how_it_ended() throws IOException, InterruptedException {
    assertThat(slipway("deploy", "seed", "--to", "dev", "--wait").waitFor()).isZero();
    Files.createFile(folder.resolve("fail"));
    assertThat(slipway("deploy", "seed", "--to", "dev", "--wait").waitFor()).isEqualTo(2);
    Files.createFile(folder.resolve("wait"));
    assertThat(slipway("deploy", "seed", "--to", "dev", "--wait", "--timeout", "1s").waitFor())
        .isEqualTo(3);
    assertThat(slipway("deploy", "nothing", "--to", "dev").waitFor()).isEqualTo(1);
    assertThat(slipway("deploy", "seed").waitFor()).isEqualTo(1);
  }

  @Test
  void killing_the_client_and_then_the_server_leaves_the_deployment_going_on()
      throws IOException, InterruptedException {
    Files.createFile(folder.resolve("wait"));
    Process client = slipway("deploy", "seed", "--to", "dev", "--wait");
    while (ran().isEmpty()) {
      Pause.briefly();
    }
    client.destroyForcibly().waitFor();
    server.kill();
    Files.delete(folder.resolve("wait"));
    server = restarted();
    server.api().awaitInForce("seed", "dev", repo.head());
    assertThat(ran()).hasSize(1);
  }

  @Test
  void what_comes_while_one_runs_waits_in_sight_and_the_newest_supersedes() throws IOException {
    Api api = server.api();
    Api.Hook hook = api.openHook("github");
    Files.createFile(folder.resolve("wait"));
    String first = told(api, hook, "First");
    api.await(
        "seed", "dev", placement -> placement.path("active").path("sha").asText().equals(first));
    String last = "";
    for (int i = 0; i < 5; i++) {
      last = told(api, hook, "News " + i);
      awaitQueued(api, last);
    }
    JsonNode queue = api.get("/api/v1/queue");
    assertThat(queue.path("total").asInt()).isEqualTo(1);
    JsonNode waiting = queue.path("items").path(0);
    assertThat(waiting.path("place").asInt()).isEqualTo(1);
    assertThat(waiting.path("sha").asText()).isEqualTo(last);
    assertThat(waiting.path("madeBy").path("trigger").asText()).isEqualTo("push-main");
    assertThat(waiting.path("because").path("code").asText()).isEqualTo("rollout-active");
    List<JsonNode> shipments =
        api.get("/api/v1/shipments?limit=10").path("items").valueStream().toList();
    assertThat(shipments).hasSize(6);
    for (int i = 1; i < 5; i++) {
      assertThat(shipments.get(i).path("state").asText()).isEqualTo("superseded");
      assertThat(shipments.get(i).path("stops").path(0).path("supersededBy").asText())
          .isEqualTo(shipments.get(i - 1).path("id").asText());
    }
    Files.delete(folder.resolve("wait"));
    api.awaitInForce("seed", "production", last);
    assertThat(ran().stream().filter(line -> line.contains("dev")))
        .containsExactly("3: -R dev deploy:sha=" + first, "3: -R dev deploy:sha=" + last);
  }

  @Test
  void what_waits_runs_what_was_defined_when_it_was_asked_for() throws IOException {
    Api api = server.api();
    Api.Hook hook = api.openHook("github");
    String old = repo.head();
    Files.createFile(folder.resolve("wait"));
    String first = told(api, hook, "First");
    api.await(
        "seed", "dev", placement -> placement.path("active").path("sha").asText().equals(first));
    api.post("/api/0/seed/deploy?env=dev&sha=" + old, Api.JSON.createObjectNode());
    awaitQueued(api, old);
    repo.with(
        "slipway.yaml",
        """
        application: seed
        services:
          job: {command: 'fab -R {env} anew:sha={sha}'}
        route: [dev]
        triggers:
          - {on: push, branch: main}
        """);
    String anew = told(api, hook, "Defined anew");
    awaitQueued(api, anew);
    Files.delete(folder.resolve("wait"));
    api.awaitInForce("seed", "dev", anew);
    assertThat(ran().stream().filter(line -> line.contains("dev")))
        .containsExactly(
            "3: -R dev deploy:sha=" + first,
            "3: -R dev deploy:sha=" + old,
            "3: -R dev anew:sha=" + anew);
  }

  private static void awaitQueued(Api api, String sha) {
    api.awaitList(
        "/api/v1/queue",
        items -> items.stream().anyMatch(item -> item.path("sha").asText().equals(sha)));
  }

  private String told(Api api, Api.Hook hook, String message) {
    String before = repo.head();
    String sha = repo.push(message);
    assertThat(api.push(hook, repo.url(), "refs/heads/main", before, sha, message).status())
        .isEqualTo(202);
    return sha;
  }

  private ServerProcess restarted() {
    String path = folder.resolve("bin") + ":" + System.getenv("PATH");
    return ServerProcess.start(folder.resolve("data"), Map.of("PATH", path));
  }

  /** The client, as a process of its own. */
  private Process slipway(String... arguments) throws IOException {
    return server.client(folder.resolve("client.log"), arguments);
  }

  private List<String> ran() throws IOException {
    Path file = folder.resolve("ran");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }
}
