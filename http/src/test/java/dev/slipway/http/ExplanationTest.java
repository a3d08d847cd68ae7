package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Values, and where they came from. */
final class ExplanationTest {

  private static final String PRODUCTION =
      "/api/v1/applications/shop/environments/production/explanation";
  private static final String DOCUMENT =
      """
      application: shop
      repository: https://git.example/shop
      services:
        web:
          run: ./bin/web --port ${port}
          replicas: 1
      jobs:
        migrate: {command: ./migrate, irreversible: true, variables: {STEP: canary-1}}
      route: [staging, production]
      environments:
        production:
          services:
            web: {replicas: 3, variables: {LEVEL: canary-2}}
      """;

  private static House house;

  @BeforeAll
  static void open() {
    house = new House();
    Client.Answered applied = house.as(Role.OWNER).postYaml("/api/v1/documents", DOCUMENT);
    assertThat(applied.status()).as(applied.json().toString()).isEqualTo(200);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static JsonNode asked(String path) {
    Client.Answered answered = house.as(Role.VIEWER).get(path);
    assertThat(answered.status()).as(answered.json().toString()).isEqualTo(200);
    return answered.json();
  }

  @Test
  void a_value_names_its_document_its_line_and_what_it_overrode() {
    JsonNode values = asked(PRODUCTION + "?path=services.web.replicas").get("values");

    assertThat(values).hasSize(1);
    JsonNode replicas = values.get(0);
    assertThat(replicas.get("value").asText()).isEqualTo("3");
    assertThat(replicas.at("/source/kind").asText()).isEqualTo("environment-part");
    assertThat(replicas.at("/source/document").asText()).isEqualTo("application/shop");
    assertThat(replicas.at("/source/within").asText()).isEqualTo("environments.production");
    assertThat(replicas.at("/source/line").asInt()).isEqualTo(13);
    assertThat(replicas.at("/source/origin/document").asText()).startsWith("sha256:");
    assertThat(replicas.at("/overrode/0/value").asText()).isEqualTo("1");
    assertThat(replicas.at("/overrode/0/source/line").asInt()).isEqualTo(6);
    assertThat(replicas.get("change").asText()).isEqualTo("owners of shop, with slipway apply");
  }

  @Test
  void without_a_path_the_whole_state_is_read_back() {
    assertThat(asked(PRODUCTION).get("values").findValuesAsText("path"))
        .containsExactly(
            "jobs.migrate.command",
            "jobs.migrate.idempotent",
            "jobs.migrate.irreversible",
            "jobs.migrate.no_output_timeout",
            "jobs.migrate.timeout",
            "jobs.migrate.variables.STEP",
            "jobs.migrate.version",
            "jobs.migrate.when",
            "services.web.replicas",
            "services.web.run",
            "services.web.strategy",
            "services.web.timeout",
            "services.web.traffic",
            "services.web.variables.LEVEL");
  }

  @Test
  void of_a_variable_it_is_told_who_set_it_and_not_what_it_holds() {
    JsonNode values = asked(PRODUCTION + "?path=services.web.variables.LEVEL").get("values");

    assertThat(values).hasSize(1);
    assertThat(values.get(0).has("value")).isFalse();
    assertThat(values.get(0).at("/source/line").asInt()).isEqualTo(13);
    assertThat(asked(PRODUCTION).toString()).doesNotContain("canary");
    assertThat(asked(PRODUCTION + "?of=documents").toString()).doesNotContain("canary");
    assertThat(asked("/api/v1/applications/shop").toString()).doesNotContain("canary");
  }

  @Test
  void what_is_not_there_is_not_explained() {
    Client viewer = house.as(Role.VIEWER);
    assertThat(viewer.get(PRODUCTION + "?path=somewhere.else").code()).isEqualTo("unknown-value");
    assertThat(viewer.get(PRODUCTION.replace("production", "nowhere")).code())
        .isEqualTo("not-found");
    assertThat(viewer.get(PRODUCTION + "?of=yesterday").status()).isEqualTo(400);
  }

  @Test
  void a_path_that_is_misspelt_names_its_neighbour_and_one_that_is_not_names_none() {
    assertThat(detail("services.web.replica")).contains("Did you mean services.web.replicas?");
    assertThat(detail("servces.web")).contains("Did you mean services.web?");
    assertThat(detail("somewhere.else")).doesNotContain("Did you mean");
  }

  private String detail(String path) {
    return house.as(Role.VIEWER).get(PRODUCTION + "?path=" + path).json().get("detail").asText();
  }
}
