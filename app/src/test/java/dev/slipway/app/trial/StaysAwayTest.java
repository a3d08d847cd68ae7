package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was rolled back is brought back by nothing that happens by itself: not by the same push told
 * again, nor by the poller, a check that turns green, a restart of the server or of an agent, a
 * lost connection's retry, or a target that is new.
 */
class StaysAwayTest {

  private static final String ADDRESS = "127.0.0.1:0";

  @TempDir private Path folder;
  private Repo repo;
  private Path ran;

  @BeforeEach
  void start() {
    ran = folder.resolve("ran");
    repo = Repo.in(folder.resolve("repo"));
  }

  private String document(String onFailure) {
    return """
    application: shop
    services:
      job: {command: './deploy {sha}'}
    route: [staging]
    on_failure: %s
    triggers:
      - {on: push, branch: main}
    """
        .formatted(onFailure);
  }

  private String script(int exit) {
    return "#!/bin/sh\necho $1 >> %s\nexit %d\n".formatted(ran, exit);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothing_that_happens_by_itself_brings_it_back(boolean automatic) throws Exception {
    repo.with("slipway.yaml", document(automatic ? "rollback" : "halt"));
    repo.with("deploy", script(0));
    repo.push("Begin");
    Path data = folder.resolve("data");
    String bad;
    String good;
    Api.Hook hook;
    int restored = 3;
    try (ServerProcess server = ServerProcess.at(data, ADDRESS)) {
      Api api = server.api();
      join(server, "edge");
      try (RemoteAgent _ = RemoteAgent.run(folder.resolve("edge"))) {
        api.addApplication(repo.url());
        hook = api.openHook("github");
        good = repo.push("Good");
        told(api, hook, good);
        api.awaitInForce("shop", "staging", good);
        repo.with("deploy", script(automatic ? 3 : 0));
        bad = repo.push("Bad");
        told(api, hook, bad);
        if (!automatic) {
          api.awaitInForce("shop", "staging", bad);
          api.post(
              "/api/v1/applications/shop/environments/staging/rollback",
              Api.JSON.createObjectNode());
        }
        awaitNumber(api, restored);
        told(api, hook, bad);
        told(api, hook, bad);
        api.awaitQuiet();
      }
      try (RemoteAgent _ = RemoteAgent.run(folder.resolve("edge"))) {
        assertRestored(api, good, restored);
      }
    }
    int runs = runs(bad);
    try (ServerProcess server = ServerProcess.at(data, ADDRESS)) {
      Api api = server.api();
      told(api, hook, bad);
      green(api, bad);
      api.awaitQuiet();
      assertRestored(api, good, restored);
      join(server, "second");
      try (RemoteAgent _ = RemoteAgent.run(folder.resolve("second"))) {
        Scene.until(
            "the new target to have what was restored",
            () -> Optional.of(runs(good)).filter(count -> count >= 3));
        assertRestored(api, good, restored);
        assertThat(runs(bad)).isEqualTo(runs);
        fixed(api, hook, automatic);
      }
    }
  }

  /** The fix of a failure goes out by itself; that of what a person sent back waits for a word. */
  private void fixed(Api api, Api.Hook hook, boolean automatic) {
    repo.with("deploy", script(0));
    String fix = repo.push("Fix");
    told(api, hook, fix);
    if (automatic) {
      api.await("shop", "staging", at -> at.at("/active/sha").asText().equals(fix));
      return;
    }
    api.awaitList(
        "/api/v1/queue?application=shop&environment=staging",
        items -> items.stream().anyMatch(item -> isHeld(item, fix)));
  }

  private static boolean isHeld(JsonNode item, String sha) {
    return item.path("sha").asText().equals(sha)
        && item.at("/because/code").asText().equals("held-descendant");
  }

  private void join(ServerProcess server, String target) {
    server
        .api()
        .apply("environment: staging", "{target: %s, environment: staging}".formatted(target));
    RemoteAgent.joined(server.api(), server.address(), "staging", target, folder.resolve(target));
  }

  private void told(Api api, Api.Hook hook, String sha) {
    String id = UUID.randomUUID().toString();
    assertThat(api.push(hook, repo.url(), "refs/heads/main", "0".repeat(40), sha, id).status())
        .isEqualTo(202);
  }

  private static void green(Api api, String sha) {
    JsonNode check =
        Api.JSON.createObjectNode().put("sha", sha).put("name", "ci/build").put("state", "success");
    assertThat(api.post("/api/v1/applications/shop/checks", check).status()).isEqualTo(202);
  }

  private static void awaitNumber(Api api, int number) {
    api.await("shop", "staging", at -> at.at("/inForce/number").asInt() == number);
  }

  private static void assertRestored(Api api, String good, int number) {
    JsonNode at = api.placement("shop", "staging");
    assertThat(at.at("/inForce/sha").asText()).isEqualTo(good);
    assertThat(at.at("/inForce/number").asInt()).isEqualTo(number);
    assertThat(at.has("active")).isFalse();
  }

  private int runs(String sha) {
    try {
      return Files.exists(ran)
          ? (int) Files.readAllLines(ran).stream().filter(sha::equals).count()
          : 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
