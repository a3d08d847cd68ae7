package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other tools deploy, from the request to where it is shown. */
final class ExternalTest {

  private static final String STAGING = "/api/v1/applications/shop/environments/staging";
  private static final String LEGACY = "/api/v1/applications/shop/environments/legacy";
  private static final String COMMIT = OneRepository.COMMIT.value();

  private House house;

  @BeforeEach
  void open() {
    house = new House();
    Client owner = house.as(Role.OWNER);
    owner.postYaml("/api/v1/documents", "{environment: staging, allow_empty: true}");
    owner.postYaml("/api/v1/documents", "{environment: legacy, allow_empty: true}");
    owner.postYaml("/api/v1/documents", Place.repositoryNamed());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String run(String id, String sha, String outcome, String more) {
    return "{\"sha\":\"%s\",\"tool\":\"jenkins\",\"id\":\"%s\",\"outcome\":\"%s\"%s}"
        .formatted(sha, id, outcome, more);
  }

  private Client.Answered record(String place, String body) {
    return house.as(Role.DEPLOYER).post(place + "/external", body);
  }

  private JsonNode shown(String path) {
    return house.as(Role.VIEWER).get(path).json();
  }

  @Test
  void it_is_recorded_once_and_shown_as_external_everywhere() {
    String body =
        run(
            "4711",
            COMMIT,
            "succeeded",
            ",\"endedAt\":\"2026-01-01T00:01:00Z\",\"startedAt\":\"2026-01-01T00:00:00Z\""
                + ",\"url\":\"https://jenkins.example/4711\"");
    Client.Answered first = record(STAGING, body);
    assertThat(first.status()).as(first.json().toString()).isEqualTo(200);
    assertThat(first.json().at("/because/code").asText()).isEqualTo("external-recorded");
    Client.Answered again = record(STAGING, body);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json().at("/because/code").asText()).isEqualTo("external-known");
    Client.Answered other = record(STAGING, run("4711", "b".repeat(40), "succeeded", ""));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().at("/code").asText()).isEqualTo("external-differs");

    JsonNode list = shown(STAGING + "/external");
    assertThat(list.path("total").asInt()).isEqualTo(1);
    assertThat(list.at("/items/0/tool").asText()).isEqualTo("jenkins");
    assertThat(list.at("/items/0/url").asText()).isEqualTo("https://jenkins.example/4711");
    assertThat(list.at("/items/0/startedAt").asText()).isEqualTo("2026-01-01T00:00:00Z");
    JsonNode placement = shown(STAGING);
    assertThat(placement.has("inForce")).isFalse();
    assertThat(placement.at("/external/succeeded/id").asText()).isEqualTo("4711");
    JsonNode activity = shown("/api/v1/activity?application=shop");
    assertThat(activity.at("/items").findValuesAsText("summary"))
        .contains("External: jenkins 4711 brought ccccccc to shop/staging, and succeeded.");
  }

  @Test
  void what_ended_last_counts_in_whatever_order_it_is_told() {
    record(STAGING, run("2", COMMIT, "failed", ",\"endedAt\":\"2026-01-01T00:02:00Z\""));
    record(STAGING, run("1", COMMIT, "succeeded", ",\"endedAt\":\"2026-01-01T00:01:00Z\""));
    record(STAGING, run("0", COMMIT, "succeeded", ",\"endedAt\":\"2026-01-01T00:00:00Z\""));
    JsonNode external = shown(STAGING).path("external");
    assertThat(external.at("/last/id").asText()).isEqualTo("2");
    assertThat(external.at("/last/outcome").asText()).isEqualTo("failed");
    assertThat(external.at("/succeeded/id").asText()).isEqualTo("1");
    assertThat(shown(STAGING + "/external").at("/items").findValuesAsText("id"))
        .containsSubsequence("2", "1", "0");
  }

  @Test
  void an_environment_on_no_route_has_what_is_recorded_of_it() {
    assertThat(house.as(Role.VIEWER).get(LEGACY).status()).isEqualTo(404);
    assertThat(record(LEGACY, run("1", COMMIT, "succeeded", "")).status()).isEqualTo(200);
    assertThat(shown(LEGACY).at("/external/last/sha").asText()).isEqualTo(COMMIT);
  }

  @Test
  void what_succeeded_last_is_what_a_commit_is_looked_for_in() {
    record(STAGING, run("1", COMMIT, "succeeded", ",\"endedAt\":\"2026-01-01T00:01:00Z\""));
    JsonNode told = shown(STAGING + "/inclusion?revision=main");
    assertThat(told.path("relation").asText()).isEqualTo("included");
    assertThat(told.at("/external/id").asText()).isEqualTo("1");
    assertThat(told.at("/because/sentence").asText())
        .isEqualTo("Recorded by jenkins 1 as external, ccccccc is there, which holds it.");
    record(STAGING, run("2", COMMIT, "failed", ",\"endedAt\":\"2026-01-01T00:02:00Z\""));
    assertThat(shown(STAGING + "/inclusion?revision=main").at("/because/sentence").asText())
        .isEqualTo(
            "Recorded by jenkins 1 as external, ccccccc is there, which holds it. After that, jenkins 2 failed.");
  }

  @Test
  void only_failures_leave_nothing_in_force() {
    record(STAGING, run("1", COMMIT, "failed", ""));
    assertThat(shown(STAGING + "/inclusion?revision=main").at("/because/code").asText())
        .isEqualTo("nothing-in-force");
  }

  @Test
  void beside_what_slipway_has_in_force_it_is_told_and_changes_nothing() {
    house
        .as(Role.DEPLOYER)
        .post("/api/v1/applications/shop/deploy", "{\"environment\":\"staging\"}");
    Client.Answered recorded = record(STAGING, run("1", "b".repeat(40), "succeeded", ""));
    assertThat(recorded.json().at("/because/sentence").asText())
        .endsWith(" Slipway goes on keeping it as shop/staging#1 says.");
    JsonNode placement = shown(STAGING);
    assertThat(placement.at("/inForce/number").asInt()).isEqualTo(1);
    assertThat(placement.at("/external/last/sha").asText()).isEqualTo("b".repeat(40));
    JsonNode told = shown(STAGING + "/inclusion?revision=main");
    assertThat(told.at("/inForce/number").asInt()).isEqualTo(1);
    assertThat(told.has("external")).isFalse();
  }

  @Test
  void what_is_no_record_is_refused_and_changes_nothing() {
    assertThat(record(STAGING, run("1", "main", "succeeded", "")).status()).isEqualTo(400);
    assertThat(record(STAGING, run("a b", COMMIT, "succeeded", "")).status()).isEqualTo(400);
    assertThat(
            record(STAGING, run("1", COMMIT, "succeeded", ",\"url\":\"javascript:alert(1)\""))
                .status())
        .isEqualTo(400);
    assertThat(
            record(STAGING, run("1", COMMIT, "succeeded", ",\"endedAt\":\"2190-01-01T00:00:00Z\""))
                .json()
                .at("/code")
                .asText())
        .isEqualTo("external-ahead-of-time");
    assertThat(
            house
                .as(Role.REPORTER)
                .post(STAGING + "/external", run("1", COMMIT, "succeeded", ""))
                .status())
        .isEqualTo(403);
    assertThat(shown(STAGING + "/external").path("total").asInt()).isZero();
  }
}
