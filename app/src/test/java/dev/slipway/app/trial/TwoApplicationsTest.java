package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications share environments and nothing else, and the ledger remembers each of them. */
class TwoApplicationsTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final String MAIN = "refs/heads/main";

  @TempDir private Path folder;

  @Test
  void one_that_fails_and_one_that_hangs_do_not_touch_a_third() throws IOException {
    Repo failing = repository("failing", "exit 3");
    Repo hanging = repository("hanging", "while [ -e " + folder + "/wait ]; do sleep 0.1; done");
    Repo third = repository("third", "true");
    Path data = folder.resolve("data");
    Files.createFile(folder.resolve("wait"));
    String failed;
    String hung;
    String arrived;
    List<String> told;
    try (Running slipway = Running.start(data, NEVER)) {
      Api api = slipway.api();
      Api.Hook hook = api.openHook("github");
      for (Repo repo : List.of(failing, hanging, third)) {
        api.addApplication(repo.url());
      }
      failed = push(api, hook, failing);
      hung = push(api, hook, hanging);
      api.await("failing", "dev", at -> at.path("lastFailure").path("sha").asText().equals(failed));
      api.await("hanging", "dev", at -> at.path("active").path("sha").asText().equals(hung));
      arrived = push(api, hook, third);
      api.awaitInForce("third", "dev", arrived);
      assertThat(api.placement("hanging", "dev").path("active").path("sha").asText())
          .isEqualTo(hung);
      assertThat(api.placement("failing", "dev").path("inForce").isMissingNode()).isTrue();
      assertThat(api.placement("third", "dev").path("lastFailure").isMissingNode()).isTrue();
      told = activity(api, "third");
      assertThat(told).isNotEmpty();
      Files.delete(folder.resolve("wait"));
      api.awaitInForce("hanging", "dev", hung);
    }
    try (Running slipway = Running.start(data, NEVER)) {
      Api api = slipway.api();
      assertThat(activity(api, "third")).isEqualTo(told);
      assertThat(api.placement("third", "dev").path("inForce").path("sha").asText())
          .isEqualTo(arrived);
      assertThat(api.placement("failing", "dev").path("lastFailure").path("sha").asText())
          .isEqualTo(failed);
    }
  }

  private Repo repository(String name, String deploy) {
    Repo repo = Repo.in(folder.resolve(name));
    repo.with(
        "slipway.yaml",
        """
        application: NAME
        services:
          job: {command: ./deploy}
        route: [dev]
        triggers:
          - {on: push, branch: main}
        """
            .replace("NAME", name));
    repo.with("deploy", "#!/bin/sh\n" + deploy + "\n");
    repo.push("Begin");
    return repo;
  }

  private static String push(Api api, Api.Hook hook, Repo repo) {
    String before = repo.head();
    String sha = repo.push("News");
    assertThat(api.push(hook, repo.url(), MAIN, before, sha, sha).status()).isEqualTo(202);
    return sha;
  }

  /** Who did what to an application, and when. */
  private static List<String> activity(Api api, String application) {
    return api.get("/api/v1/activity?limit=100&application=" + application)
        .path("items")
        .valueStream()
        .map(JsonNode::toString)
        .toList();
  }
}
