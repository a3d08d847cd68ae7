package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three releases, the second of which fails: the third is not started until somebody says so, or
 * something is there in place of the second.
 */
class TrainTest {

  private static final String STAGING = "/api/v1/applications/shop/environments/staging";

  @TempDir private Path folder;
  private Repo repo;

  @BeforeEach
  void begin() {
    repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          job: {command: './release'}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """);
    succeeding("begin");
  }

  @Test
  void the_third_waits_until_somebody_lets_it_go_on_and_a_fix_goes_before_what_waits()
      throws IOException {
    try (Running slipway = Running.start(folder.resolve("data"), Duration.ofSeconds(1))) {
      Api api = slipway.api();
      api.addApplication(repo.url());
      api.apply("{environment: staging, queue: train}");
      api.apply("{target: local, environment: staging, local: true}");
      api.awaitInForce("shop", "staging", succeeding("first"));

      failsBehind(api, "second", "third");
      JsonNode waits = api.get("/api/v1/queue").at("/items/0");
      assertThat(waits.at("/because/sentence").asText()).startsWith("shop/staging#2 failed, ");
      JsonNode unmet = api.get(STAGING + "/why").at("/unmet/0");
      assertThat(unmet.path("what").asText()).isEqualTo("failure");
      String line = unmet.at("/ways/0/command").asText();
      assertThat(line).isEqualTo(waits.path("wayOut").asText());
      slipway.starter().run(line.substring("slipway ".length()).split(" ", -1)).orFail();
      api.await("shop", "staging", at -> at.at("/inForce/number").asInt() == 3);

      failsBehind(api, "fourth", "fifth");
      api.awaitInForce("shop", "staging", succeeding("sixth"));
      assertThat(api.get("/api/v1/queue").path("total").asInt()).isZero();
      assertThat(Files.readAllLines(ran()))
          .containsExactly("first", "second", "third", "fourth", "sixth");
    }
  }

  /** One fails while another waits behind it. */
  private void failsBehind(Api api, String failing, String waiting) throws IOException {
    Path gate = folder.resolve(failing);
    String bad =
        release(
            "echo %s >> %s\nuntil [ -e %s ]; do sleep 0.1; done\nexit 3\n"
                .formatted(failing, ran(), gate));
    api.await("shop", "staging", at -> at.at("/active/sha").asText().equals(bad));
    succeeding(waiting);
    api.awaitList("/api/v1/queue", queue -> queue.size() == 1);
    Files.createFile(gate);
    api.await("shop", "staging", at -> at.at("/lastFailure/sha").asText().equals(bad));
    api.awaitList(
        "/api/v1/queue",
        queue -> queue.getFirst().at("/because/code").asText().equals("behind-failure"));
  }

  private String succeeding(String name) {
    return release("echo %s >> %s\n".formatted(name, ran()));
  }

  private String release(String script) {
    repo.with("release", "#!/bin/sh\n" + script);
    return repo.push("Release");
  }

  private Path ran() {
    return folder.resolve("ran");
  }
}
