package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whether what is in force holds a commit, as it is told. */
final class InclusionTest {

  private static final String PLACEMENT = "/api/v1/applications/shop/environments/staging";
  private static final String DEPLOY = "/api/v1/applications/shop/deploy";

  private House house;

  @BeforeEach
  void open() {
    house = new House();
    Client owner = house.as(Role.OWNER);
    owner.postYaml("/api/v1/documents", "{environment: staging, allow_empty: true}");
    owner.postYaml("/api/v1/documents", Place.repositoryNamed());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Client.Answered asked(String query) {
    return house.as(Role.VIEWER).get(PLACEMENT + "/inclusion" + query);
  }

  private void deploy() {
    house.as(Role.DEPLOYER).post(DEPLOY, "{\"environment\":\"staging\"}");
  }

  @Test
  void where_nothing_is_in_force_nothing_is_included() {
    JsonNode told = asked("?revision=main").json();
    assertThat(told.path("relation").asText()).isEqualTo("not-included");
    assertThat(told.at("/because/code").asText()).isEqualTo("nothing-in-force");
    assertThat(told.has("inForce")).isFalse();
  }

  @Test
  void what_is_in_force_includes_itself() {
    deploy();
    JsonNode told = asked("?revision=main").json();
    assertThat(told.path("relation").asText()).isEqualTo("included");
    assertThat(told.path("commit").asText()).isEqualTo(OneRepository.COMMIT.value());
    assertThat(told.at("/inForce/number").asInt()).isEqualTo(1);
    assertThat(told.at("/because/sentence").asText())
        .isEqualTo("shop/staging#1 is in force with ccccccc, which holds it.");
  }

  @Test
  void a_commit_that_the_repository_does_not_hold_has_no_relation() {
    deploy();
    JsonNode told = asked("?revision=" + "e".repeat(40)).json();
    assertThat(told.path("relation").asText()).isEqualTo("no-relation");
    assertThat(told.at("/because/code").asText()).isEqualTo("commit-not-found");
    assertThat(told.has("commit")).isFalse();
  }

  @Test
  void words_that_mean_nothing_are_no_answer() {
    deploy();
    assertThat(asked("?revision=nowhere").status()).isEqualTo(422);
    assertThat(asked("").status()).isEqualTo(400);
    assertThat(asked("?revision=" + "x".repeat(251)).status()).isEqualTo(400);
  }
}
