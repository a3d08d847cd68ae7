package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command has a fresh folder of its own, which is gone however it ended. */
class WorkspacesTest {

  @TempDir private Path folder;
  private ServerProcess server;

  @BeforeEach
  void start() {
    server = ServerProcess.start(folder.resolve("data"));
  }

  @AfterEach
  void stop() throws IOException {
    Files.deleteIfExists(folder.resolve("hold"));
    server.close();
  }

  @Test
  void none_is_left_after_success_failure_and_timeout() throws IOException {
    ends("good", "true", "15m", "inForce");
    ends("bad", "exit 3", "15m", "lastFailure");
    ends("slow", "sleep 60", "2s", "lastFailure");
    assertThat(ran()).hasSize(3).doesNotHaveDuplicates();
  }

  private void ends(String name, String script, String timeout, String how) throws IOException {
    Repo repo = repository(name, script, timeout);
    server.api().addApplication(repo.url());
    deploy(name);
    server.api().await(name, "dev", placement -> placement.hasNonNull(how));
    awaitNone();
  }

  @Test
  void two_at_once_share_none_and_both_go() throws IOException {
    Files.createFile(folder.resolve("hold"));
    for (String name : List.of("one", "two")) {
      server.api().addApplication(repository(name, holding(), "15m").url());
      deploy(name);
    }
    awaitRuns(2);
    List<Path> workspaces = ran().stream().map(Path::of).toList();
    assertThat(workspaces).doesNotHaveDuplicates();
    for (Path workspace : workspaces) {
      assertThat(Files.readAllLines(workspace.resolve("mine")))
          .containsExactly(workspace.toString());
    }
    Files.delete(folder.resolve("hold"));
    awaitNone();
  }

  @Test
  void none_is_left_when_the_server_was_killed_and_the_command_ended_meanwhile()
      throws IOException, InterruptedException {
    Files.createFile(folder.resolve("hold"));
    server.api().addApplication(repository("shop", holding(), "15m").url());
    deploy("shop");
    awaitRuns(1);
    server.kill();
    assertThat(Path.of(ran().getFirst())).exists();
    Files.delete(folder.resolve("hold"));
    server = ServerProcess.start(folder.resolve("data"));
    server.api().await("shop", "dev", placement -> placement.hasNonNull("inForce"));
    awaitNone();
    assertThat(ran()).hasSize(1);
  }

  private String holding() {
    return "while [ -e " + folder + "/hold ]; do sleep 0.05; done";
  }

  private Repo repository(String name, String script, String timeout) {
    Repo repo = Repo.in(folder.resolve(name));
    repo.with(
        "slipway.yaml",
        """
        application: NAME
        services:
          job: {command: ./deploy, timeout: TIMEOUT}
        route: [dev]
        """
            .replace("NAME", name)
            .replace("TIMEOUT", timeout));
    repo.with("deploy", "#!/bin/sh\npwd > mine\npwd >> " + folder + "/ran\n" + script + "\n");
    repo.push("Begin");
    return repo;
  }

  private void deploy(String application) {
    assertThat(
            server
                .api()
                .post(
                    "/api/v1/applications/" + application + "/deploy",
                    Api.JSON.createObjectNode().put("environment", "dev"))
                .status())
        .isEqualTo(202);
  }

  private List<String> ran() throws IOException {
    Path file = folder.resolve("ran");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private void awaitRuns(int count) throws IOException {
    await(() -> ran().size() >= count);
  }

  /** No folder is left, neither where a command said that it ran nor beside it. */
  private void awaitNone() throws IOException {
    await(() -> {
      for (String workspace : ran()) {
        Path slot = Path.of(workspace).resolveSibling("");
        if (Files.isDirectory(slot)) {
          try (Stream<Path> left = Files.list(slot)) {
            if (left.findAny().isPresent()) {
              return false;
            }
          }
        }
      }
      return true;
    });
  }

  @FunctionalInterface
  private interface Look {
    boolean isSo() throws IOException;
  }

  private static void await(Look look) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!look.isSo()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Pause.briefly();
    }
  }
}
