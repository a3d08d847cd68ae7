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

/** A migration before and a smoke test after a delivery, each once, and no way back below it. */
class JobsTest {

  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final String DEV = "/api/v1/applications/shop/environments/dev";

  private static final String PASSES = "#!/bin/sh\necho \"$1 $2\" >> %s\n";
  private static final String SERVES_FEW =
      """
      #!/bin/sh
      test "$WORKERS" -le 8 || { echo "WORKERS is at most 8" >&2; exit 1; }
      test "$1" = --check || exec sleep 600
      """;
  private static final String FAILS_AFTER = PASSES + "test $1 != smoke\n";

  @TempDir private Path folder;

  @Test
  void each_runs_once_per_version_and_nothing_from_before_a_migration_comes_back()
      throws IOException {
    Repo repo = begun(PASSES + "echo \"did $1\"\n");
    try (Running slipway = Running.start(folder.resolve("data"), OFTEN)) {
      Api api = slipway.api();
      String first = first(api, repo);

      document(
          repo,
          "migrate: {command: './job migrate {sha}', version: schema-42, irreversible: true}");
      String second = repo.push("Migrates");
      api.awaitInForce("shop", "dev", second);
      String third = repo.push("Needs the same schema");
      api.awaitInForce("shop", "dev", third);
      assertThat(Files.readAllLines(ran()))
          .containsExactly(
              "smoke " + first, "migrate " + second, "smoke " + second, "smoke " + third);

      JsonNode refused =
          api.post(DEV + "/rollback", Api.JSON.createObjectNode().put("to", 1)).json();
      assertThat(refused.toString()).contains("below-floor", "migrate (schema-42)", "shop/dev#2");
      List<JsonNode> choices =
          api.get(DEV + "/rollback/choices").path("items").valueStream().toList();
      assertThat(choices)
          .extracting(one -> one.path("reachable").asBoolean())
          .containsExactly(false, true, false);
      assertThat(choices.getLast().at("/because/code").asText()).isEqualTo("below-floor");

      api.post(DEV + "/rollback", Api.JSON.createObjectNode().put("to", 2));
      api.await("shop", "dev", at -> at.at("/inForce/number").asInt() == 4);
      assertThat(Files.readAllLines(ran())).hasSize(4);

      JsonNode migrate = api.get(DEV + "/deliveries/2").at("/jobs/0");
      assertThat(migrate.path("name").asText()).isEqualTo("migrate");
      assertThat(migrate.path("state").asText()).isEqualTo("succeeded");
      assertThat(api.get(DEV + "/deliveries/2/logs").toString()).contains("migrate", "smoke");
    }
  }

  @Test
  void one_that_fails_before_touches_nothing_and_one_that_fails_after_goes_back()
      throws IOException {
    Repo repo = begun(PASSES);
    try (Running slipway = Running.start(folder.resolve("data"), OFTEN)) {
      Api api = slipway.api();
      String first = first(api, repo);
      JsonNode good = api.placement("shop", "dev");

      document(repo, "migrate: {command: './none {sha}'}");
      String broken = repo.push("Cannot migrate");
      JsonNode failed =
          api.await("shop", "dev", at -> at.at("/lastFailure/sha").asText().equals(broken));
      assertThat(failed.at("/lastFailure/because/sentence").asText()).contains("Job migrate");
      assertThat(failed.at("/inForce")).isEqualTo(good.at("/inForce"));

      document(repo, "");
      repo.with("job", "#!/bin/sh\nexit 3\n");
      String smoky = repo.push("Smokes");
      api.await("shop", "dev", at -> at.at("/inForce/number").asInt() == 4);
      assertThat(api.get(DEV + "/deliveries/3").at("/delivery/sha").asText()).isEqualTo(smoky);
      assertThat(api.get(DEV + "/deliveries/3").at("/jobs/0/state").asText()).isEqualTo("failed");
      assertThat(api.placement("shop", "dev").at("/inForce/sha").asText()).isEqualTo(first);
    }
  }

  @Test
  void what_the_delivery_before_runs_with_as_well_may_come_back_and_nothing_else_may()
      throws IOException {
    Repo repo = begun(PASSES);
    try (Running slipway = Running.start(folder.resolve("data"), OFTEN)) {
      Api api = slipway.api();
      String first = first(api, repo);

      document(repo, migrating("schema-42", ", compatible: previous"));
      repo.with("job", FAILS_AFTER.formatted(ran()));
      String added = repo.push("Adds a column, and smokes");
      JsonNode back = api.await("shop", "dev", at -> at.at("/inForce/number").asInt() == 3);
      assertThat(back.at("/inForce/sha").asText()).isEqualTo(first);
      assertThat(api.get(DEV + "/deliveries/2").at("/delivery/sha").asText()).isEqualTo(added);

      repo.with("job", PASSES.formatted(ran()));
      String mended = repo.push("Mended");
      api.awaitInForce("shop", "dev", mended);
      assertThat(Files.readAllLines(ran()))
          .containsExactly(
              "smoke " + first, "migrate " + added, "smoke " + added, "smoke " + mended);

      document(repo, migrating("schema-43", ""));
      repo.with("job", FAILS_AFTER.formatted(ran()));
      String removed = repo.push("Removes a column, and smokes");
      JsonNode stays =
          api.await("shop", "dev", at -> at.at("/lastFailure/sha").asText().equals(removed));
      assertThat(stays.at("/inForce/sha").asText()).isEqualTo(mended);
      assertThat(stays.at("/active").isMissingNode()).isTrue();
      assertThat(api.get(DEV + "/why").at("/because/sentence").asText())
          .contains("Job migrate (schema-43) of shop/dev#5 has run and cannot be taken back");
    }
  }

  @Test
  void a_service_itself_says_before_anybody_has_it_whether_it_takes_its_configuration() {
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with("serve", SERVES_FEW);
    working(repo, 4);
    repo.push("Begin");
    try (Running slipway = Running.start(folder.resolve("data"), OFTEN)) {
      Api api = slipway.api();
      String taken = first(api, repo);
      JsonNode before = api.placement("shop", "dev");

      working(repo, 40);
      String many = repo.push("More than it takes");
      JsonNode after =
          api.await("shop", "dev", at -> at.at("/lastFailure/sha").asText().equals(many));
      assertThat(after.at("/lastFailure/because/sentence").asText()).contains("Job check");
      assertThat(after.at("/inForce")).isEqualTo(before.at("/inForce"));
      assertThat(after.at("/inForce/sha").asText()).isEqualTo(taken);

      working(repo, 8);
      api.awaitInForce("shop", "dev", repo.push("As much as it takes"));
    }
  }

  private static void working(Repo repo, int workers) {
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web: {run: ./serve, variables: {WORKERS: "%d"}}
        jobs:
          check: {command: ./serve --check, service: web}
        route: [dev]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(workers));
  }

  private Repo begun(String job) {
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with("job", job.formatted(ran()));
    document(repo, "");
    repo.push("Begin");
    return repo;
  }

  private static String first(Api api, Repo repo) {
    api.addApplication(repo.url());
    String first = repo.push("First");
    api.awaitInForce("shop", "dev", first);
    return first;
  }

  private static String migrating(String version, String more) {
    return "migrate: {command: './job migrate {sha}', version: %s, irreversible: true%s}"
        .formatted(version, more);
  }

  private Path ran() {
    return folder.resolve("ran");
  }

  private static void document(Repo repo, String more) {
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web: {run: sleep 600}
        jobs:
          MORE
          smoke: {command: './job smoke {sha}', when: after}
        route: [dev]
        on_failure: rollback
        triggers:
          - {on: push, branch: main}
        """
            .replace("MORE", more.isEmpty() ? "# nothing more" : more));
  }
}
