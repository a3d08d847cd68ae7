package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A token for one application in one environment does what it is for, and sees nothing else. */
final class ScopedTokenTest {

  private static final String SHOP = "/api/v1/applications/shop";
  private static final String STAGING = SHOP + "/environments/staging";
  private static final String PRODUCTION = SHOP + "/environments/production";

  private House house;
  private Client here;

  @BeforeEach
  void open() {
    house = new House();
    house.as(Role.OWNER).postYaml("/api/v1/documents", Place.repositoryNamed());
    here =
        scoped(
            new Scope.OfPlacement(
                new Placement(new ApplicationName("shop"), new EnvironmentName("staging"))));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Client scoped(Scope scope) {
    ActorId tool = new ActorId("tool-" + scope.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    house.issue(House.OURS, tool, Role.DEPLOYER, scope);
    house.grant(House.OURS, tool, tool.value());
    return new Client(house.server.port(), Map.of("Authorization", "Bearer " + tool.value()));
  }

  private static Client.Answered deploy(Client client, String environment) {
    return client.post(SHOP + "/deploy", "{\"environment\":\"%s\"}".formatted(environment));
  }

  @Test
  void it_deploys_there_and_sees_how_far_that_has_come() {
    Client.Answered deployed = deploy(here, "staging");
    assertThat(deployed.status()).as(deployed.json().toString()).isEqualTo(202);
    JsonNode shipment =
        here.get("/api/v1/shipments/" + deployed.json().path("shipment").asText()).json();
    assertThat(shipment.at("/stops/0/environment").asText()).isEqualTo("staging");
    assertThat(here.get("/api/v1/shipments").json().get("total").asInt()).isOne();
    assertThat(here.get(STAGING + "/deliveries/1").status()).isEqualTo(200);
    assertThat(here.post("/api/0/shop/deploy?env=staging", "").status()).isEqualTo(202);
  }

  @Test
  void an_environments_token_deploys_whatever_goes_there() {
    Client staging = scoped(new Scope.OfEnvironment(new EnvironmentName("staging")));
    assertThat(deploy(staging, "staging").status()).isEqualTo(202);
    assertThat(deploy(staging, "production").status()).isEqualTo(404);
  }

  @Test
  void it_controls_what_is_there() {
    deploy(here, "staging");
    String because = "{\"because\":\"Wait for the bank.\"}";
    assertThat(here.post(STAGING + "/pause", because).status()).isEqualTo(202);
    assertThat(here.post(STAGING + "/resume", "{}").status()).isEqualTo(202);
    assertThat(here.get(STAGING + "/rollback").status()).isEqualTo(200);
    assertThat(here.get(STAGING + "/rollback/choices").status()).isEqualTo(200);
    assertThat(here.post(STAGING + "/rollback", "{}").json().path("code").asText())
        .isEqualTo("nothing-in-force");
    assertThat(here.get(STAGING + "/changes").status()).isEqualTo(200);
  }

  @Test
  void a_preview_tells_it_of_that_environment_only() {
    JsonNode preview = here.post(SHOP + "/preview", "{}").json();
    assertThat(preview.path("items")).hasSize(1);
    assertThat(preview.at("/items/0/environment").asText()).isEqualTo("staging");
  }

  @TestFactory
  Stream<DynamicTest> what_lies_beyond_is_unknown() {
    deploy(house.as(Role.DEPLOYER), "production");
    return Stream.of(
            "GET " + SHOP,
            "GET /api/v1/environments/staging",
            "GET " + PRODUCTION,
            "GET " + PRODUCTION + "/deliveries/1",
            "GET " + PRODUCTION + "/changes",
            "GET " + PRODUCTION + "/rollback",
            "GET " + PRODUCTION + "/rollback/choices",
            "POST " + PRODUCTION + "/pause",
            "POST " + PRODUCTION + "/rollback",
            "GET " + SHOP + "/environments/moon/changes")
        .map(line -> line.split(" "))
        .map(line ->
            DynamicTest.dynamicTest(
                String.join(" ", line),
                () ->
                    assertThat(here.send(line[0], line[1], "application/json", "{}").status())
                        .isEqualTo(404)));
  }

  @Test
  void other_destinations_are_answered_as_unknown_ones_are() {
    Client.Answered unknown = here.post("/api/v1/applications/nothing/deploy", "{}");
    assertThat(
            Stream.of(
                deploy(here, "production"),
                deploy(here, "moon"),
                here.post(SHOP + "/deploy", "{}"),
                here.post("/api/0/shop/deploy?env=production", "")))
        .allSatisfy(answered -> {
          assertThat(answered.status()).isEqualTo(unknown.status()).isEqualTo(404);
          assertThat(answered.json().get("detail")).isEqualTo(unknown.json().get("detail"));
        });
  }

  @Test
  void lists_hold_nothing_from_elsewhere() {
    deploy(house.as(Role.DEPLOYER), "production");
    deploy(house.as(Role.DEPLOYER), "staging");
    assertThat(here.get("/api/v1/shipments").json().get("total").asInt()).isOne();
    assertThat(here.get("/api/v1/placements").json().get("total").asInt()).isOne();
    assertThat(here.get("/api/v1/applications").json().get("total").asInt()).isZero();
    assertThat(here.get("/api/v1/environments").json().get("total").asInt()).isZero();
  }
}
