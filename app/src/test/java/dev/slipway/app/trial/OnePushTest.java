package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a push becomes, however its news arrives. */
class OnePushTest {

  private static final String MAIN = "refs/heads/main";
  private static final String ZERO = "0".repeat(40);
  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir private Path folder;

  @Test
  void one_push_told_three_times_and_found_by_the_poller_is_one_shipment() throws IOException {
    Repo repo = repository();
    try (Running slipway = Running.start(folder.resolve("data"), OFTEN)) {
      Api api = slipway.api();
      api.addApplication(repo.url());
      Api.Hook hook = api.openHook("github");
      String sha = repo.push("News");
      for (int i = 0; i < 3; i++) {
        assertThat(api.push(hook, repo.url(), MAIN, ZERO, sha, "delivery-" + i).status())
            .isEqualTo(202);
      }
      api.awaitInForce("shop", "staging", sha);
      api.awaitQuiet();
      assertThat(api.shipped("shop")).containsExactly(sha);
      assertThat(Files.readAllLines(ran())).containsExactly("dev " + sha, "staging " + sha);
    }
  }

  @Test
  void there_and_back_again_is_three_shipments_when_each_was_read_before_the_next() {
    Repo repo = repository();
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      api.addApplication(repo.url());
      Api.Hook hook = api.openHook("github");
      String a = repo.push("A");
      tell(api, hook, repo, ZERO, a);
      String b = repo.push("B");
      tell(api, hook, repo, a, b);
      repo.git("reset", "-q", "--hard", a);
      repo.git("push", "-q", "--force", "origin", "HEAD:" + MAIN);
      tell(api, hook, repo, b, a);
      assertThat(api.shipped("shop")).containsExactly(a, b, a);
    }
  }

  @Test
  void two_pushes_while_the_server_is_away_are_one_shipment_of_the_newest() {
    Repo repo = repository();
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      slipway.api().addApplication(repo.url());
    }
    repo.push("Missed");
    String newest = repo.push("Found");
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      slipway.api().awaitInForce("shop", "staging", newest);
      assertThat(slipway.api().shipped("shop")).containsExactly(newest);
    }
  }

  @Test
  void a_push_that_nobody_told_of_is_found_by_the_poller() {
    Repo repo = repository();
    try (Running slipway = Running.start(folder.resolve("data"), OFTEN)) {
      slipway.api().addApplication(repo.url());
      String sha = repo.push("Unheard");
      slipway.api().awaitInForce("shop", "staging", sha);
    }
  }

  @Test
  void a_branch_that_no_trigger_names_is_evaluated_and_skipped_with_a_reason() {
    Repo repo = repository();
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      api.addApplication(repo.url());
      Api.Hook hook = api.openHook("github");
      String sha = repo.commit("Aside");
      repo.git("push", "-q", "origin", "HEAD:refs/heads/aside");
      api.push(hook, repo.url(), "refs/heads/aside", ZERO, sha, "delivery");
      api.awaitQuiet();
      assertThat(api.shipped("shop")).isEmpty();
      String event =
          api.get("/api/v1/events?limit=1").path("items").path(0).path("position").asText();
      assertThat(api.get("/api/v1/events/" + event).path("evaluations").toString())
          .contains("\"matched\":false")
          .contains("The branch aside matches none of [main].");
    }
  }

  @Test
  void what_was_pushed_is_brought_though_its_branch_is_deleted_while_it_waits() throws IOException {
    Repo repo = repository();
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      api.addApplication(repo.url());
      Api.Hook hook = api.openHook("github");
      admin(slipway, "lock", "--env", "staging", "--reason", "It waits.");
      String sha = repo.push("The last word");
      api.push(hook, repo.url(), MAIN, ZERO, sha, "pushed");
      api.await("shop", "staging", at -> at.toString().contains(sha));

      String origin = URI.create(repo.url()).getPath();
      repo.git("--git-dir", origin, "update-ref", "-d", MAIN);
      assertThat(api.push(hook, repo.url(), MAIN, sha, ZERO, "deleted").status()).isEqualTo(202);
      admin(slipway, "unlock", "--env", "staging");
      api.awaitInForce("shop", "staging", sha);
      assertThat(api.shipped("shop")).containsExactly(sha);
      assertThat(Files.readAllLines(ran())).containsExactly("dev " + sha, "staging " + sha);
    }
  }

  private static void admin(Running slipway, String... words) {
    assertThat(slipway.starter().run(words).exit()).isZero();
  }

  private static void tell(Api api, Api.Hook hook, Repo repo, String before, String after) {
    api.push(hook, repo.url(), MAIN, before, after, "delivery");
    api.awaitInForce("shop", "staging", after);
  }

  private Path ran() {
    return folder.resolve("ran");
  }

  private Repo repository() {
    return Repo.ofCommand(folder, ran());
  }
}
