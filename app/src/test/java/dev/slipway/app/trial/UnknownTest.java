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

/**
 * A command whose supervisor was killed with it: nobody knows what it did. It waits for a person,
 * says how, and each of the three ways is taken with the command that it printed.
 */
class UnknownTest {

  @TempDir private Path folder;
  private Path edge;
  private ServerProcess server;
  private RemoteAgent agent;
  private Repo repo;
  private String first;

  @BeforeEach
  void start() {
    edge = folder.resolve("edge");
    server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    server.api().apply("environment: staging", "{target: edge, environment: staging}");
    RemoteAgent.joined(server.api(), server.address(), "staging", "edge", edge);
    agent = RemoteAgent.run(edge);
    repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          job: {command: './slow {sha}'}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """);
    repo.with(
        "slow",
        """
        #!/bin/sh
        echo "$1 $$" >> FOLDER/ran
        while [ -e FOLDER/wait ]; do sleep 0.1; done
        """
            .replace("FOLDER", folder.toString()));
    repo.push("Begin");
    server.api().addApplication(repo.url());
    first = repo.push("First");
    server.api().awaitInForce("shop", "staging", first);
  }

  @AfterEach
  void stop() {
    agent.close();
    server.close();
  }

  @Test
  void succeeded_puts_it_in_force_and_runs_nothing() throws Exception {
    String sha = unknown();
    settle("--succeeded");
    server.api().awaitInForce("shop", "staging", sha);
    assertThat(runs(sha)).hasSize(1);
  }

  @Test
  void failed_ends_it_and_leaves_what_was_in_force() throws Exception {
    String sha = unknown();
    settle("--failed");
    JsonNode placement =
        server.api().await("shop", "staging", it -> it.at("/lastFailure/sha").asText().equals(sha));
    assertThat(placement.at("/inForce/sha").asText()).isEqualTo(first);
    assertThat(runs(sha)).hasSize(1);
  }

  @Test
  void rerun_runs_it_once_more() throws Exception {
    String sha = unknown();
    settle("--rerun");
    server.api().awaitInForce("shop", "staging", sha);
    assertThat(runs(sha)).hasSize(2);
  }

  /** Brings a delivery to where nobody knows, and returns its commit. */
  private String unknown() throws IOException {
    Files.createFile(folder.resolve("wait"));
    String sha = repo.push("Nobody will know");
    while (runs(sha).isEmpty()) {
      Pause.briefly();
    }
    agent.kill();
    long command = Long.parseLong(runs(sha).getFirst().split(" ", 2)[1]);
    Leftovers.session(command)
        .forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    Files.delete(folder.resolve("wait"));
    agent = RemoteAgent.run(edge);
    JsonNode stuck =
        server
            .api()
            .await("shop", "staging", it -> it.at("/active/state").asText().equals("stuck"));
    assertThat(stuck.at("/active/because/code").asText()).isEqualTo("unknown-outcome");
    return sha;
  }

  /** Takes one of the ways that the client names while it waits. */
  private void settle(String way) throws IOException, InterruptedException {
    int number = server.api().placement("shop", "staging").at("/active/number").asInt();
    String shown = said("show", "shop/staging#" + number);
    assertThat(shown).contains("Nobody knows", "--succeeded|--failed|--rerun");
    String printed =
        shown
            .lines()
            .map(line -> line.replaceFirst(".*(slipway settle )", "$1"))
            .filter(line -> line.startsWith("slipway settle "))
            .findFirst()
            .orElseThrow();
    List<String> words = List.of(printed.substring("slipway ".length()).strip().split(" +", -1));
    String[] chosen =
        words.stream()
            .map(word -> word.startsWith("--succeeded|") ? way : word)
            .toArray(String[]::new);
    assertThat(server.client(folder.resolve("settle.log"), chosen).waitFor())
        .as(Files.readString(folder.resolve("settle.log")))
        .isZero();
  }

  private String said(String... arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("client.log");
    assertThat(server.client(log, arguments).waitFor()).isZero();
    return Files.readString(log);
  }

  private List<String> runs(String sha) throws IOException {
    Path ran = folder.resolve("ran");
    return Files.exists(ran)
        ? Files.readAllLines(ran).stream().filter(line -> line.startsWith(sha + " ")).toList()
        : List.of();
  }
}
