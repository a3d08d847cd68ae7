package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people wish is taken once, as it was said, or not at all. */
class WishesTest {

  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir private Path folder;

  @Test
  void a_document_with_a_misspelt_key_or_a_bad_type_is_refused_by_name_and_changes_nothing()
      throws IOException {
    Repo repo = repository();
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      String good = document(repo, "./deploy {env} {sha}");
      assertThat(applied(api, good).status()).isEqualTo(200);
      JsonNode before = api.get("/api/v1/applications/shop");
      long entries = head(api);
      refused(api, good.replace("timeout:", "timeuot:"), "timeuot", "timeout");
      refused(api, good.replace("15m", "null"), "timeout", "");
      refused(api, good.replace("15m", "[1]"), "timeout", "");
      refused(api, good.replace("15m", "fifteen"), "fifteen", "");
      refused(api, good.replace("route:", "rout:"), "rout", "route");
      refused(
          api, good.replace("shop", "other").replace("command:", "comand:"), "comand", "command");
      assertThat(api.get("/api/v1/applications/shop")).isEqualTo(before);
      assertThat(api.get("/api/v1/applications").path("total").asInt()).isEqualTo(1);
      assertThat(head(api)).isEqualTo(entries);
    }
  }

  private static void refused(Api api, String yaml, String named, String nearest) {
    Api.Answer answer = applied(api, yaml);
    assertThat(answer.status()).as(yaml).isEqualTo(422);
    JsonNode problem = answer.json().path("problems").path(0);
    assertThat(problem.path("message").asText()).as(yaml).contains(named);
    assertThat(problem.path("nearest").asText()).as(yaml).isEqualTo(nearest);
    assertThat(problem.path("line").asInt()).as(yaml).isPositive();
  }

  @Test
  void the_same_wish_twice_is_one_shipment_and_one_run() throws IOException {
    Repo repo = repository();
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      applied(api, document(repo, "./deploy {env} {sha}"));
      Api.Answer first = deploy(api, "once", "main");
      Api.Answer again = deploy(api, "once", "main");
      assertThat(first.status()).isEqualTo(202);
      assertThat(again.json().path("shipment")).isEqualTo(first.json().path("shipment"));
      api.awaitInForce("shop", "dev", repo.head());
      assertThat(deploy(api, "once", "main").json().path("shipment"))
          .isEqualTo(first.json().path("shipment"));
      api.awaitQuiet();
      assertThat(ran()).containsExactly("dev " + repo.head());
      assertThat(api.get("/api/v1/shipments").path("total").asInt()).isEqualTo(1);
      Api.Answer another = deploy(api, "twice", "main");
      assertThat(another.json().path("shipment")).isNotEqualTo(first.json().path("shipment"));
    }
  }

  @Test
  void what_waits_runs_the_command_of_its_time_though_another_was_applied_meanwhile()
      throws IOException {
    Repo repo = repository();
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      applied(api, document(repo, "./deploy old {sha}"));
      Path hold = Files.createFile(folder.resolve("hold"));
      deploy(api, "first", "main");
      awaitRuns(1);
      String queued = deploy(api, "second", "main").json().path("shipment").asText();
      assertThat(applied(api, document(repo, "./deploy new {sha}")).status()).isEqualTo(200);
      deploy(api, "third", "main");
      assertThat(api.get("/api/v1/queue").path("items").path(0).path("shipment").asText())
          .isEqualTo(queued);
      Files.delete(hold);
      awaitRuns(3);
      String sha = repo.head();
      assertThat(ran()).containsExactly("old " + sha, "old " + sha, "new " + sha);
    }
  }

  @Test
  void a_branch_that_moves_between_the_wish_and_the_run_does_not_move_what_is_delivered()
      throws IOException {
    Repo repo = repository();
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      applied(api, document(repo, "./deploy {env} {sha}"));
      Path hold = Files.createFile(folder.resolve("hold"));
      deploy(api, "first", "main");
      awaitRuns(1);
      repo.with("content", "wished for");
      String wished = repo.push("Wished for");
      deploy(api, "second", "main");
      repo.with("content", "moved on");
      String moved = repo.push("Moved on");
      Files.delete(hold);
      api.awaitInForce("shop", "dev", wished);
      assertThat(ran()).last().isEqualTo("dev " + wished);
      assertThat(Files.readString(folder.resolve("content"))).isEqualTo("wished for");
      assertThat(repo.head()).isEqualTo(moved);
    }
  }

  private Repo repository() {
    Repo repo = Repo.in(folder);
    repo.with("content", "first");
    repo.with(
        "deploy",
        """
        #!/bin/sh
        echo "$1 $2" >> FOLDER/ran
        cp content FOLDER/content
        while [ -e FOLDER/hold ]; do sleep 0.05; done
        """
            .replace("FOLDER", folder.toString()));
    repo.push("Begin");
    return repo;
  }

  private static String document(Repo repo, String command) {
    return """
    application: shop
    repository: REPOSITORY
    services:
      job:
        command: COMMAND
        timeout: 15m
    route: [dev]
    """
        .replace("REPOSITORY", repo.url())
        .replace("COMMAND", "'" + command + "'");
  }

  private static Api.Answer applied(Api api, String yaml) {
    Map<String, String> headers = new HashMap<>(api.authorised());
    headers.put("Content-Type", "application/yaml");
    return api.send("POST", "/api/v1/documents", headers, yaml);
  }

  private static Api.Answer deploy(Api api, String key, String revision) {
    Map<String, String> headers = new HashMap<>(api.authorised());
    headers.put("Content-Type", "application/json");
    headers.put("Idempotency-Key", key);
    String wish = "{\"environment\":\"dev\",\"revision\":\"" + revision + "\"}";
    return api.send("POST", "/api/v1/applications/shop/deploy", headers, wish);
  }

  private void awaitRuns(int count) throws IOException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (ran().size() < count) {
      assertThat(System.nanoTime()).as("runs so far: %s", ran()).isLessThan(end);
      Pause.briefly();
    }
  }

  private List<String> ran() throws IOException {
    Path file = folder.resolve("ran");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private static long head(Api api) {
    return api.get("/api/v1/activity?limit=1&application=shop")
        .path("items")
        .path(0)
        .path("position")
        .asLong();
  }
}
