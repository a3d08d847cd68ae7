package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every door to a protected environment asks for its name, and what would change is told before.
 */
final class ConfirmationTest {

  private static final String PLACEMENT = "/api/v1/applications/shop/environments/staging";
  private static final String DEPLOY = "/api/v1/applications/shop/deploy";
  private static final String PROTECTED =
      """
      environment: staging
      protected: true
      allow_empty: true
      """;

  private House house;
  private Client deployer;

  @BeforeEach
  void open() {
    house = new House();
    deployer = house.as(Role.DEPLOYER);
    Client owner = house.as(Role.OWNER);
    owner.postYaml("/api/v1/documents", PROTECTED);
    owner.postYaml("/api/v1/documents", Place.repositoryNamed());
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String code(Client.Answered answered) {
    return answered.json().path("code").asText();
  }

  @Test
  void a_deploy_without_the_name_is_refused_and_one_with_it_is_recorded() {
    Client.Answered missing = deployer.post(DEPLOY, "{\"environment\":\"staging\"}");
    assertThat(missing.status()).isEqualTo(409);
    assertThat(code(missing)).isEqualTo("confirmation-missing");
    assertThat(missing.json().path("detail").asText()).contains("--confirm staging");
    Client.Answered wrong =
        deployer.post(DEPLOY, "{\"environment\":\"staging\",\"confirm\":\"production\"}");
    assertThat(code(wrong)).isEqualTo("confirmation-wrong");
    Client.Answered done =
        deployer.post(DEPLOY, "{\"environment\":\"staging\",\"confirm\":\"staging\"}");
    assertThat(done.status()).isEqualTo(202);
    JsonNode shipment =
        house
            .as(Role.VIEWER)
            .get("/api/v1/shipments/" + done.json().path("shipment").asText())
            .json();
    assertThat(shipment.at("/madeBy/confirmed").asText()).isEqualTo("staging");
    JsonNode command =
        house.as(Role.VIEWER).get("/api/v1/entries/" + done.json().path("position")).json();
    assertThat(command.at("/entry/summary").asText()).endsWith("and staging named once more.");
    assertThat(command.at("/payload/command/confirmed").asText()).isEqualTo("staging");
  }

  @Test
  void the_other_doors_ask_as_well() {
    Client.Answered query = deployer.post("/api/0/shop/deploy?env=staging", "");
    assertThat(query.status()).isEqualTo(400);
    assertThat(code(query)).isEqualTo("confirmation-missing");
    assertThat(deployer.post("/api/0/shop/deploy?env=staging&confirm=staging", "").status())
        .isEqualTo(202);
    Client.Answered rollback = deployer.post(PLACEMENT + "/rollback", "{}");
    assertThat(code(rollback)).isEqualTo("confirmation-missing");
    assertThat(code(deployer.post(PLACEMENT + "/rollback", "{\"confirm\":\"staging\"}")))
        .isEqualTo("never-in-force");
  }

  @Test
  void whoever_sees_the_place_sees_that_it_asks() {
    Client viewer = house.as(Role.VIEWER);
    assertThat(viewer.get(PLACEMENT).json().path("asksToConfirm").asBoolean()).isTrue();
    assertThat(viewer.get("/api/v1/environments/staging").json().path("asksToConfirm").asBoolean())
        .isTrue();
    JsonNode other = viewer.get("/api/v1/applications/shop/environments/production").json();
    assertThat(other.path("asksToConfirm").asBoolean()).isFalse();
  }

  @Test
  void what_a_deploy_would_change_is_told_with_what_it_is_compared_with() {
    Client viewer = house.as(Role.VIEWER);
    JsonNode first = viewer.get(PLACEMENT + "/changes").json();
    assertThat(first.has("from")).isFalse();
    assertThat(first.at("/to/sha").asText()).isEqualTo(OneRepository.COMMIT.value());
    assertThat(first.at("/to/ref").asText()).isEqualTo("refs/heads/main");
    assertThat(first.at("/brings/items/0/subject").asText()).isEqualTo("Add a <b>shop</b>");
    deployer.post(DEPLOY, "{\"environment\":\"staging\",\"confirm\":\"staging\"}");
    JsonNode second = viewer.get(PLACEMENT + "/changes?revision=main").json();
    assertThat(second.at("/from/number").asInt()).isEqualTo(1);
    assertThat(second.at("/brings/total").asInt()).isZero();
    assertThat(second.at("/takesBack/total").asInt()).isZero();
  }

  @Test
  void words_that_mean_no_commit_are_told_and_bad_ones_refused() {
    Client viewer = house.as(Role.VIEWER);
    JsonNode none = viewer.get(PLACEMENT + "/changes?revision=nowhere").json();
    assertThat(none.has("to")).isFalse();
    assertThat(none.at("/because/code").asText()).isEqualTo("no-such-revision");
    assertThat(viewer.get(PLACEMENT + "/changes?revision=" + "x".repeat(251)).status())
        .isEqualTo(400);
    assertThat(viewer.get(PLACEMENT.replace("staging", "moon") + "/changes").status())
        .isEqualTo(404);
  }
}
