package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two deliveries have not in common. */
final class DifferenceTest {

  private static final String DELIVERIES =
      "/api/v1/applications/shop/environments/staging/deliveries";

  private static final String WAITING =
      """
      environment: staging
      guardrails: {approval: {of: 1}}
      ---
      target: local
      environment: staging
      local: true
      """;

  private House house;

  @BeforeEach
  void open() {
    house = new House();
    Client owner = house.as(Role.OWNER);
    owner.postYaml("/api/v1/documents", WAITING);
    owner.postYaml("/api/v1/documents", Place.repositoryNamed());
    deploy();
    house.as(Role.DEPLOYER).post(DELIVERIES + "/1/cancel", "");
    owner.postYaml(
        "/api/v1/documents",
        Place.repositoryNamed()
            .replace("--port ${port}", "--port ${port} --quiet")
            .replace("route:", "    variables: {TOKEN: s3cret}\nroute:"));
    deploy();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void deploy() {
    house
        .as(Role.DEPLOYER)
        .post("/api/v1/applications/shop/deploy", "{\"environment\":\"staging\"}");
  }

  private Client.Answered difference(String query) {
    return house.as(Role.VIEWER).get(DELIVERIES + "/2/difference" + query);
  }

  @Test
  void it_tells_fields_and_never_what_a_variable_holds() {
    JsonNode told = difference("?from=1").json();
    assertThat(told.at("/from/number").asInt()).isEqualTo(1);
    assertThat(told.at("/to/number").asInt()).isEqualTo(2);
    assertThat(told.at("/services/0/fields/0/field").asText()).isEqualTo("run");
    assertThat(told.at("/services/0/fields/0/from").asText()).doesNotContain("--quiet");
    assertThat(told.at("/services/0/fields/0/to").asText()).endsWith("--quiet");
    assertThat(told.at("/services/0/fields/1/field").asText()).isEqualTo("variables.TOKEN");
    assertThat(told.toString()).doesNotContain("s3cret");
    assertThat(told.at("/brings/total").asInt()).isZero();
  }

  @Test
  void a_first_delivery_is_all_new_with_all_its_commits() {
    JsonNode told = difference("").json();
    assertThat(told.has("from")).isFalse();
    assertThat(told.at("/services/0/change").asText()).isEqualTo("added");
    assertThat(told.at("/brings/items/0/subject").asText()).isEqualTo("Add a <b>shop</b>");
    assertThat(told.at("/takesBack/items")).isEmpty();
  }

  @Test
  void nothing_differs_from_itself() {
    JsonNode told = difference("?from=2").json();
    assertThat(told.get("services")).isEmpty();
    assertThat(told.at("/brings/total").asInt()).isZero();
  }

  @Test
  void one_that_is_not_there_is_not_found_and_a_word_is_no_number() {
    assertThat(difference("?from=7").status()).isEqualTo(404);
    assertThat(difference("?from=0").status()).isEqualTo(400);
    assertThat(difference("?from=x").status()).isEqualTo(400);
  }
}
