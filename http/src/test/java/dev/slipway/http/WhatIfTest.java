package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What would have been, and what would fire, through the API. */
final class WhatIfTest {

  private static final String WHATIF = "/api/v1/whatif";
  private static final String TRIGGERS = "/api/v1/applications/shop/triggers/test";
  private static final String GUARDED =
      "environment: staging\\nguardrails:\\n  approval: {of: 1}\\n";

  private House house;

  @BeforeEach
  void open() {
    house = new House();
    house.as(Role.OWNER).postYaml("/api/v1/documents", Place.repositoryNamed());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String asked(String since, String until, String content) {
    return "{\"since\":\"%s\",\"until\":\"%s\",\"files\":[{\"name\":\"a.yaml\",\"content\":\"%s\"}]}"
        .formatted(since, until, content);
  }

  private String lately(String content) {
    Instant now = house.now();
    return asked(now.minus(Duration.ofHours(1)).toString(), now.toString(), content);
  }

  private JsonNode replayed(Client client, JsonNode begun) {
    JsonNode replay = begun;
    while (replay.get("state").asText().equals("running")) {
      replay = client.get(WHATIF + "/" + begun.get("id").asText()).json();
    }
    return replay;
  }

  @Test
  void what_started_would_have_waited_for_an_approval() {
    Client deployer = house.as(Role.DEPLOYER);
    deployer.post("/api/v1/applications/shop/deploy", "{\"environment\":\"staging\"}");

    JsonNode begun = deployer.post(WHATIF, lately(GUARDED)).json();
    JsonNode replay = replayed(deployer, begun);

    assertThat(replay.get("state").asText()).isEqualTo("done");
    assertThat(replay.get("percent").asInt()).isEqualTo(100);
    assertThat(replay.at("/rows/0/environment").asText()).isEqualTo("staging");
    assertThat(replay.at("/rows/0/really/state").asText()).isEqualTo("delivering");
    assertThat(replay.at("/rows/0/difference").asText()).isEqualTo("stopped");
    assertThat(replay.at("/rows/0/guardrail").asText()).isEqualTo("approval");
    assertThat(replay.at("/rows/0/faithful").asBoolean()).isTrue();
    assertThat(house.as(Role.VIEWER).get("/api/v1/environments/staging").json().toString())
        .doesNotContain("approval");
  }

  @Test
  void a_replay_is_shown_to_whoever_began_it() {
    JsonNode begun = house.as(Role.DEPLOYER).post(WHATIF, lately(GUARDED)).json();
    String path = WHATIF + "/" + begun.get("id").asText();
    assertThat(house.as(Role.DEPLOYER).get(path).status()).isEqualTo(200);
    assertThat(house.as(Role.OWNER).get(path).status()).isEqualTo(404);
    assertThat(house.as(Role.DEPLOYER).get(WHATIF + "/w-99").status()).isEqualTo(404);
  }

  @Test
  void a_span_has_bounds_and_documents_have_to_be_valid() {
    Client deployer = house.as(Role.DEPLOYER);
    assertThat(
            deployer
                .post(WHATIF, asked("2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z", GUARDED))
                .json()
                .get("code")
                .asText())
        .isEqualTo("span-empty");
    assertThat(
            deployer
                .post(WHATIF, asked("2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z", GUARDED))
                .json()
                .get("code")
                .asText())
        .isEqualTo("span-too-long");
    assertThat(
            deployer
                .post(WHATIF, asked("2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z", GUARDED))
                .json()
                .get("code")
                .asText())
        .isEqualTo("span-ahead");
    assertThat(deployer.post(WHATIF, lately("enviroment: staging")).status()).isEqualTo(422);
    JsonNode target =
        replayed(
            deployer, deployer.post(WHATIF, lately("target: two\\nenvironment: moon\\n")).json());
    assertThat(target.get("state").asText()).isEqualTo("failed");
    assertThat(target.at("/because/code").asText()).isEqualTo("unknown-environment");
  }

  @Test
  void a_dry_run_of_triggers_says_which_would_fire_and_why_not_the_others() {
    Client viewer = house.as(Role.VIEWER);
    JsonNode pushed = viewer.post(TRIGGERS, "{\"push\":\"main\"}").json().get("triggers");
    assertThat(pushed.get(0).get("matched").asBoolean()).isTrue();
    assertThat(pushed.get(0).get("travel")).isNotEmpty();
    JsonNode tagged = viewer.post(TRIGGERS, "{\"tag\":\"v1\"}").json().get("triggers");
    assertThat(tagged.get(0).get("matched").asBoolean()).isFalse();
    assertThat(tagged.get(0).at("/because/code").asText()).isEqualTo("not-a-branch");
    assertThat(viewer.post(TRIGGERS, "{}").status()).isEqualTo(400);
    assertThat(viewer.post(TRIGGERS, "{\"push\":\"main\",\"tag\":\"v1\"}").status()).isEqualTo(400);
    assertThat(viewer.get("/api/v1/shipments").json().get("total").asInt()).isZero();
  }
}
