package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Environments that a label makes, and what is told of them. */
final class EnvironmentGroupsTest {

  private static final String DOCUMENTS =
      """
      environment_group: edge
      for: {labels: {tier: edge}}
      allow_empty: true
      template: {labels: {region: eu}, allow_empty: true}
      ---
      environment: staging
      allow_empty: true
      """;

  private House house;
  private Client owner;

  @BeforeEach
  void open() {
    house = new House();
    owner = house.as(Role.OWNER);
    JsonNode applied =
        owner
            .postYaml(
                "/api/v1/documents",
                DOCUMENTS + "---\n" + Place.repositoryNamed().replace("production", "edge"))
            .json();
    assertThat(applied.at("/documents/0/kind").asText()).isEqualTo("environmentGroup");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private JsonNode get(String path) {
    return house.as(Role.VIEWER).get(path).json();
  }

  private Client.Answered join(String target, String tier) {
    return owner.postYaml(
        "/api/v1/documents", "{target: %s, labels: {tier: %s}}".formatted(target, tier));
  }

  @Test
  void an_environment_tells_its_group_and_a_shipment_what_it_repeats() {
    owner.post("/api/v1/applications/shop/deploy", "{\"environment\":\"staging\"}");
    JsonNode joined = join("eu-1", "edge").json();
    assertThat(joined.at("/documents/0/kind").asText()).isEqualTo("target");
    assertThat(joined.at("/documents/0/name").asText()).isEqualTo("eu-1");

    JsonNode environment = get("/api/v1/environments/edge-eu-1");
    assertThat(environment.path("group").asText()).isEqualTo("edge");
    assertThat(environment.at("/labels/region").asText()).isEqualTo("eu");
    assertThat(get("/api/v1/environments/staging").has("group")).isFalse();
    JsonNode shipment = get("/api/v1/shipments").at("/items/0");
    assertThat(shipment.at("/madeBy/kind").asText()).isEqualTo("joining");
    assertThat(shipment.at("/madeBy/like").asText()).isEqualTo("shop/staging#1");
    assertThat(shipment.at("/stops/0/environment").asText()).isEqualTo("edge-eu-1");
    assertThat(get("/api/v1/applications/shop").path("route").toString())
        .isEqualTo("[\"staging\",\"edge-eu-1\"]");
    assertThat(get("/api/v1/placements").toString()).doesNotContain("\"edge\"");
  }

  @Test
  void a_deploy_may_name_the_group_and_nothing_goes_where_there_is_none() {
    Client.Answered nowhere =
        owner.post("/api/v1/applications/shop/deploy", "{\"environment\":\"edge\"}");
    assertThat(nowhere.status()).isEqualTo(409);
    assertThat(nowhere.json().path("code").asText()).isEqualTo("group-empty");
    join("eu-1", "edge");
    join("eu-2", "edge");
    Client.Answered done =
        owner.post("/api/v1/applications/shop/deploy", "{\"environment\":\"edge\"}");
    assertThat(done.status()).isEqualTo(202);
    assertThat(get("/api/v1/shipments/" + done.json().path("shipment").asText()).path("stops"))
        .extracting(stop -> stop.path("environment").asText())
        .containsExactly("edge-eu-1", "edge-eu-2");
  }

  @Test
  void what_cannot_be_is_refused_with_its_code() {
    assertThat(join("eu-1", "core").json().path("code").asText()).isEqualTo("no-group-selects");
    join("eu-1", "edge");
    Client.Answered own =
        owner.postYaml("/api/v1/documents", "{environment: edge-eu-1, protected: true}");
    assertThat(own.status()).isEqualTo(409);
    assertThat(own.json().path("code").asText()).isEqualTo("environment-of-group");
    assertThat(house.as(Role.DEPLOYER).postYaml("/api/v1/documents", DOCUMENTS).status())
        .isEqualTo(403);
  }

  @Test
  void whoever_locks_the_group_locks_each_of_its_environments() {
    join("eu-1", "edge");
    Client deployer = house.as(Role.DEPLOYER);
    String group = "{\"scope\":{\"environment\":\"edge\"},\"reason\":\"Freeze.\"}";
    assertThat(deployer.post("/api/v1/locks", group).status()).isEqualTo(201);
    deployer.post(
        "/api/v1/locks", "{\"scope\":{\"environment\":\"staging\"},\"reason\":\"Freeze.\"}");
    join("eu-2", "edge");
    JsonNode locks = get("/api/v1/locks").path("items");
    assertThat(locks)
        .filteredOn(lock -> lock.at("/scope/environment").asText().equals("edge"))
        .extracting(lock -> lock.path("environments").toString())
        .containsExactly("[\"edge-eu-1\",\"edge-eu-2\"]");
    assertThat(locks)
        .filteredOn(lock -> lock.at("/scope/environment").asText().equals("staging"))
        .extracting(lock -> lock.path("environments").size())
        .containsExactly(0);
    owner.post("/api/v1/applications/shop/deploy", "{\"environment\":\"edge\"}");
    JsonNode why = get("/api/v1/applications/shop/environments/edge-eu-1/why");
    assertThat(why.at("/unmet/0/because/sentence").asText())
        .startsWith("the environment group edge is locked (l-");
  }
}
