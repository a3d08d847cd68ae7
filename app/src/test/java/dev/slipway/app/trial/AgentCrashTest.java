package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL right before and right after each write to an agent's journal in one delivery of two
 * commands and a process, one after the other; whatever was killed, the next agent ends as if
 * nothing had happened.
 */
class AgentCrashTest {

  /** Far more writes than a delivery has; reaching it means that the count never ends. */
  private static final int WRITES_MAX = 50;

  @TempDir private Path folder;
  private Path edge;
  private ServerProcess server;

  @BeforeEach
  void start() {
    edge = folder.resolve("edge");
    server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    server.api().apply("environment: staging", "{target: edge, environment: staging}");
    RemoteAgent.joined(server.api(), server.address(), "staging", "edge", edge);
  }

  @AfterEach
  void stop() {
    server.close();
    Leftovers.end(folder);
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void an_agent_killed_at_any_write_to_its_journal_delivers_once_all_the_same() throws IOException {
    Repo repo = repository();
    List<String> shipped = new ArrayList<>();
    int kills = 0;
    server.api().addApplication(repo.url());
    RemoteAgent agent = RemoteAgent.crashing(edge);
    try {
      for (int n = 1; n < WRITES_MAX; n++) {
        boolean killed = false;
        for (String when : List.of("before", "after")) {
          String sha = repo.push(when + " write " + n);
          shipped.add(sha);
          boolean died = deliver(agent, new Doom(sha, n, when, List.of()), shipped);
          killed |= died;
          kills += died ? 1 : 0;
          if (died) {
            agent.close();
            agent = RemoteAgent.crashing(edge);
          }
          awaitDone(shipped);
          assertThat(Files.readAllLines(folder.resolve("ran")))
              .as("after write %s %s", when, n)
              .containsExactlyElementsOf(twice(shipped));
        }
        if (!killed) {
          System.out.println(
              "writes to an agent's journal in one delivery: " + (n - 1) + ", kills: " + kills);
          assertThat(kills).isEqualTo(2 * (n - 1)).isGreaterThan(6);
          assertThat(Leftovers.under(edge.resolve("forwarder"))).as("forwarders").hasSize(1);
          assertThat(Leftovers.under(edge)).as("the forwarder and the service").hasSize(2);
          return;
        }
      }
      throw new AssertionError("One delivery never ended within " + WRITES_MAX + " writes");
    } finally {
      agent.close();
    }
  }

  private Repo repository() {
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          migrate: {command: './note migrate {sha}'}
          warm: {command: './note warm {sha}'}
          web:
            run: %s
            health: {path: /, within: 60s}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(Shelf.words()));
    repo.with("note", "#!/bin/sh\necho \"$1 $2\" >> " + folder.resolve("ran") + "\n");
    repo.push("Begin");
    return repo;
  }

  /** Waits for a delivery while writes are counted; whether the agent was killed on the way. */
  private boolean deliver(RemoteAgent agent, Doom doom, List<String> shipped) {
    doom.tell(edge);
    Pause.until("the delivery or a death", () -> !agent.isAlive() || isDone(shipped));
    boolean dies = Doom.lift(edge);
    Pause.until("the end of a dying agent", () -> !dies || !agent.isAlive());
    return dies;
  }

  private void awaitDone(List<String> shipped) {
    server.api().awaitInForce("shop", "staging", shipped.getLast());
    Pause.until("the agent's last write", () -> isDone(shipped));
  }

  /** In force, and the agent has written down that the server knows: its last write. */
  private boolean isDone(List<String> shipped) {
    boolean inForce =
        server
            .api()
            .find("/api/v1/applications/shop/environments/staging")
            .filter(it -> it.at("/inForce/sha").asText().equals(shipped.getLast()))
            .isPresent();
    return inForce && acknowledged() == shipped.size();
  }

  private long acknowledged() {
    return Pattern.compile("\"acknowledged\"").matcher(RemoteAgent.journal(edge)).results().count();
  }

  private static List<String> twice(List<String> shipped) {
    return shipped.stream().flatMap(sha -> Stream.of("migrate " + sha, "warm " + sha)).toList();
  }
}
