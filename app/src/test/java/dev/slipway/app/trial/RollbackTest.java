package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.runtime.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going back, and what stays away afterwards. */
class RollbackTest {

  private static final Duration OFTEN = Duration.ofSeconds(1);
  private static final String DEV = "/api/v1/applications/shop/environments/dev";

  @TempDir private Path folder;

  @Test
  void a_rollback_needs_no_repository_and_sticks_over_a_restart_until_someone_lets_go()
      throws IOException {
    Repo repo = Repo.ofCommand(folder, ran());
    String good;
    String bad;
    try (Running slipway = Running.start(folder.resolve("data"), OFTEN)) {
      Api api = slipway.api();
      api.addApplication(repo.url());
      good = repo.push("Good");
      api.awaitInForce("shop", "dev", good);
      bad = repo.push("Bad");
      api.awaitInForce("shop", "dev", bad);

      Path origin = Path.of(java.net.URI.create(repo.url()));
      Path away = folder.resolve("away.git");
      Files.move(origin, away);
      JsonNode offer = api.get(DEV + "/rollback");
      assertThat(offer.path("possible").asBoolean()).isTrue();
      assertThat(offer.path("skips").path(0).path("sha").asText()).isEqualTo(bad);
      assertThat(rollback(api).status()).isEqualTo(202);
      assertThat(api.awaitInForce("shop", "dev", good).path("inForce").path("number").asInt())
          .isEqualTo(3);
      assertThat(Files.readAllLines(ran())).endsWith("dev " + good);
      Files.move(away, origin);
    }
    try (Running slipway = Running.start(folder.resolve("data"), OFTEN)) {
      Api api = slipway.api();
      String after = repo.push("Built on the bad one");
      List<JsonNode> held = awaitHeld(api);
      assertThat(held.getFirst().path("sha").asText()).isEqualTo(after);
      assertThat(held.getFirst().path("because").path("code").asText())
          .isEqualTo("held-descendant");
      assertThat(inForce(api)).isEqualTo(good);

      String mended = repo.push("Mended");
      assertThat(
              api.post(DEV + "/resume", Api.JSON.createObjectNode().put("fixedBy", mended))
                  .status())
          .isEqualTo(202);
      api.awaitInForce("shop", "dev", mended);
    }
    Trees.remove(folder.resolve("data"));
  }

  @Test
  void a_failure_goes_back_by_itself_and_its_fix_goes_out_by_itself() throws IOException {
    Repo repo = Repo.ofCommand(folder, ran());
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          job: {command: './deploy {env} {sha}'}
        route: [dev]
        on_failure: rollback
        triggers:
          - {on: push, branch: main}
        """);
    repo.push("Goes back by itself");
    try (Running slipway = Running.start(folder.resolve("data"), OFTEN)) {
      Api api = slipway.api();
      api.addApplication(repo.url());
      String good = repo.push("Good");
      api.awaitInForce("shop", "dev", good);
      repo.with("deploy", "#!/bin/sh\nexit 3\n");
      String bad = repo.push("Bad");
      JsonNode back =
          api.await("shop", "dev", at -> at.path("inForce").path("number").asInt() == 3);
      assertThat(back.path("inForce").path("sha").asText()).isEqualTo(good);
      assertThat(api.get(DEV + "/deliveries/2").path("delivery").path("state").asText())
          .isEqualTo("failed");
      assertThat(api.get(DEV + "/deliveries/2").path("delivery").path("sha").asText())
          .isEqualTo(bad);

      repo.with("deploy", "#!/bin/sh\nexit 0\n");
      String fix = repo.push("Fix");
      api.awaitInForce("shop", "dev", fix);
    }
  }

  private Path ran() {
    return folder.resolve("ran");
  }

  private static String inForce(Api api) {
    return api.get(DEV).path("inForce").path("sha").asText();
  }

  private static Api.Answer rollback(Api api) {
    return api.post(DEV + "/rollback", Api.JSON.createObjectNode());
  }

  private static List<JsonNode> awaitHeld(Api api) {
    String queue = "/api/v1/queue?application=shop&environment=dev";
    api.awaitList(queue, items -> items.stream().anyMatch(item -> item.has("wayOut")));
    return api.get(queue).path("items").valueStream().filter(i -> i.has("wayOut")).toList();
  }
}
