package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies outside and is waited for, and who says how far it is. */
final class ResourcesTest {

  private static final String VERSION = "/api/v1/resources/orders-schema/version";
  private static final String STAGING = "/api/v1/applications/shop/environments/staging";

  private House house;

  @BeforeEach
  void open() {
    house = new House();
    Client.Answered declared =
        house
            .as(Role.OWNER)
            .postYaml(
                "/api/v1/documents",
                "{resource: orders-schema, owner: orders-team, description: Orders}");
    assertThat(declared.json().at("/documents/0/kind").asText()).isEqualTo("resource");
    Place.guarded(house, "{resources: [{resource: orders-schema, at_least: 2}]}");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private JsonNode resource() {
    return house.as(Role.VIEWER).get("/api/v1/resources").json().at("/items/0");
  }

  private Client.Answered tell(Role role, String body) {
    return house.as(role).post(VERSION, body);
  }

  private boolean waits() {
    return house.as(Role.VIEWER).get(STAGING).json().toString().contains("resource-behind");
  }

  @Test
  void what_its_owner_is_asked_for_is_listed_until_it_has_come() {
    assertThat(waits()).isTrue();
    assertThat(resource().path("owner").asText()).isEqualTo("orders-team");
    assertThat(resource().path("description").asText()).isEqualTo("Orders");
    assertThat(resource().path("versions")).isEmpty();
    JsonNode asked = resource().at("/asked/0");
    assertThat(asked.path("wanted").asText()).isEqualTo("2");
    assertThat(asked.path("environment").asText()).isEqualTo("staging");
    assertThat(asked.path("met").asBoolean()).isFalse();

    assertThat(tell(Role.REPORTER, "{\"version\":\"1\"}").status()).isEqualTo(202);
    assertThat(tell(Role.REPORTER, "{\"version\":\"2\",\"environment\":\"staging\"}").status())
        .isEqualTo(202);
    assertThat(waits()).isFalse();
    assertThat(resource().at("/asked/0/met").asBoolean()).isTrue();
    assertThat(resource().at("/versions/0").has("environment")).isFalse();
    assertThat(resource().at("/versions/1/version").asText()).isEqualTo("2");

    assertThat(tell(Role.REPORTER, "{\"version\":\"1\"}").status()).isEqualTo(202);
    assertThat(resource().path("versions")).hasSize(1);
    assertThat(resource().at("/asked/0/met").asBoolean()).isFalse();
  }

  @Test
  void who_has_no_say_is_refused_and_what_is_unknown_is_not_found() {
    assertThat(tell(Role.VIEWER, "{\"version\":\"2\"}").status()).isEqualTo(403);
    assertThat(tell(Role.REPORTER, "{\"version\":\"two\"}").status()).isEqualTo(400);
    assertThat(tell(Role.REPORTER, "{\"version\":\"2\",\"environment\":\"moon\"}").status())
        .isEqualTo(404);
    assertThat(
            house
                .as(Role.REPORTER)
                .post("/api/v1/resources/nothing/version", "{\"version\":\"2\"}")
                .status())
        .isEqualTo(404);
  }
}
