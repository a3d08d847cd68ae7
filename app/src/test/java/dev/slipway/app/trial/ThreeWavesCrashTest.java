package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.LedgerCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGKILL right after each durable write of a delivery that reaches four targets in three waves, at
 * real agents in processes of their own; whatever was killed, the command ran once at each target.
 */
@Timeout(600)
class ThreeWavesCrashTest {

  /** Far more writes than a delivery has; reaching it means that the count never ends. */
  private static final int WRITES_MAX = 100;

  private static final List<String> TARGETS = List.of("a", "b", "c", "d");

  @TempDir private Path folder;

  @Test
  void a_server_killed_after_any_durable_write_of_three_waves_delivers_once_to_each_target()
      throws IOException {
    Path data = Files.createDirectories(folder).resolve("data");
    ServerProcess server = ServerProcess.at(data, "127.0.0.1:0");
    String listened = server.listened();
    List<String> documents = new ArrayList<>(List.of("environment: staging"));
    TARGETS.forEach(it -> documents.add("{target: %s, environment: staging}".formatted(it)));
    server.api().apply(documents.toArray(String[]::new));
    Repo repo = repo();
    List<String> shipped = new ArrayList<>();
    try (Edges _ = Edges.joined(server, folder, TARGETS)) {
      server.api().addApplication(repo.url());
      for (int n = 1; n < WRITES_MAX; n++) {
        new Doom("round-" + n, n, "after", List.of()).tell(data);
        String sha = repo.push("After write " + n);
        shipped.add(sha);
        ServerProcess now = server;
        Pause.until("the delivery or a death", () -> !now.isAlive() || isIn(now.api(), sha));
        boolean killed = Doom.lift(data);
        server.close();
        server = ServerProcess.at(data, listened);
        server.api().awaitInForce("shop", "staging", sha);
        for (String target : TARGETS) {
          assertThat(Files.readAllLines(folder.resolve("ran-" + target)))
              .as("at %s after write %s", target, n)
              .containsExactlyElementsOf(shipped);
        }
        if (!killed) {
          System.out.println("durable writes of three waves: " + (n - 1) + ", kills: " + (n - 1));
          assertThat(n).as("writes of three waves").isGreaterThan(4);
          return;
        }
      }
      throw new AssertionError("One delivery never ended within " + WRITES_MAX + " durable writes");
    } finally {
      server.close();
      assertThat(LedgerCheck.of(new DataFolder(data)).sentence()).startsWith("The ledger is sound");
    }
  }

  /** An application of one command, which notes for its target that it ran. */
  private Repo repo() {
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          job: {command: './deploy {sha}', timeout: 30s}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """);
    repo.with(
        "deploy",
        """
        #!/bin/sh
        rest=${PWD#%1$s/}
        echo "$1" >> "%1$s/ran-${rest%%%%/*}"
        """
            .formatted(folder));
    repo.push("Begin");
    return repo;
  }

  private static boolean isIn(Api api, String sha) {
    return api.find("/api/v1/applications/shop/environments/staging")
        .filter(placement -> placement.at("/inForce/sha").asText().equals(sha))
        .isPresent();
  }
}
