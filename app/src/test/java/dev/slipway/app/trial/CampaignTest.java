package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two applications of real processes run in two environments. What an overlay says of both is sent
 * to them step by step, waits where it is protected, and is taken back at its end.
 */
class CampaignTest {

  private static final List<String> NAMES = List.of("billing", "shop");

  @TempDir private Path folder;
  private Running slipway;

  @BeforeEach
  void start() {
    slipway = Running.start(folder.resolve("data"), Duration.ofSeconds(1));
    slipway
        .api()
        .apply(
            """
            environment: production
            protected: true
            ---
            target: local
            environment: production
            local: true
            """);
    for (String name : NAMES) {
      Repo repo = Repo.in(folder.resolve(name));
      repo.with(
          "slipway.yaml",
          """
          application: %s
          services:
            web:
              run: %s
              health: {path: /, within: 20s}
              strategy: {name: blue-green, drain: 1s}
          route: [staging, production]
          """
              .formatted(name, Shelf.words()));
      repo.push("Release");
      slipway.api().addApplication(repo.url());
      slipway.starter().run("deploy", name, "--to", "staging", "--wait").orFail();
      slipway
          .starter()
          .run("deploy", name, "--to", "production", "--confirm", "production", "--wait")
          .orFail();
    }
  }

  @AfterEach
  void stop() {
    slipway.close();
    Leftovers.end(folder);
  }

  @Test
  void a_change_goes_place_by_place_waits_to_be_named_and_can_be_waited_for() {
    slipway.api().apply("overlay: levels\nowner: platform\nset: {variables: {LEVEL: debug}}\n");
    assertThat(slipway.starter().run("campaign", "start", "overlay/levels", "--dry-run").orFail())
        .contains("billing/staging", "next", "shop/production", "behind");

    String id =
        read(slipway
                .starter()
                .run("campaign", "start", "overlay/levels", "--output", "json")
                .orFail())
            .path("campaign")
            .asText();
    await("billing", "staging", 2);
    await("shop", "staging", 2);
    assertThat(position("billing", "RolloutSettled"))
        .isLessThan(position("shop", "RolloutStarted"));

    awaitStage(id, "production", "waiting");
    assertThat(slipway.starter().run("campaign", "show", id).orFail())
        .contains("production is protected");
    slipway.starter().run("campaign", "resume", id, "--confirm", "production").orFail();
    assertThat(slipway.starter().run("wait", id).orFail()).contains("settled");

    for (String name : NAMES) {
      assertThat(
              slipway
                  .starter()
                  .run("explain", name + "/production", "services.web.variables.LEVEL")
                  .orFail())
          .contains("(not told)", "overlay/levels at revision 1");
    }
    assertThat(slipway.starter().run("why", "shop/production").orFail())
        .contains("slipway campaign show " + id);
    assertThat(slipway.starter().run("campaign", "list").orFail()).contains(id, "settled");
  }

  private static JsonNode read(String json) {
    return new Api.Answer(200, json).json();
  }

  private void await(String application, String environment, int number) {
    slipway.api().await(application, environment, at -> at.at("/inForce/number").asInt() == number);
  }

  private void awaitStage(String id, String environment, String stage) {
    slipway
        .api()
        .awaitList(
            "/api/v1/campaigns/" + id + "/places",
            places ->
                places.stream()
                    .filter(place -> place.path("environment").asText().equals(environment))
                    .allMatch(place -> place.path("stage").asText().equals(stage)));
  }

  private long position(String application, String type) {
    String path =
        "/api/v1/applications/%s/environments/staging/deliveries/2".formatted(application);
    return slipway
        .api()
        .get(path)
        .path("timeline")
        .valueStream()
        .filter(entry -> entry.path("type").asText().equals(type))
        .mapToLong(entry -> entry.path("position").asLong())
        .findFirst()
        .orElseThrow();
  }
}
