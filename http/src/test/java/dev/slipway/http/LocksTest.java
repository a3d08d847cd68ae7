package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people lock through the API. */
final class LocksTest {

  private static final String LOCKS = "/api/v1/locks";
  private static final String STAGING = "/api/v1/applications/shop/environments/staging";

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

  private JsonNode locks() {
    return house.as(Role.VIEWER).get(LOCKS).json().get("items");
  }

  private JsonNode delivery() {
    return house.as(Role.VIEWER).get(STAGING + "/deliveries/1").json();
  }

  @Test
  void what_is_locked_waits_and_goes_on_when_it_is_released() {
    Client deployer = house.as(Role.DEPLOYER);
    assertThat(
            deployer
                .post(
                    LOCKS,
                    "{\"scope\":{},\"reason\":\"Fire!\",\"strength\":\"total\",\"seconds\":60}")
                .status())
        .isEqualTo(201);
    JsonNode lock = locks().get(0);
    assertThat(lock.get("reason").asText()).isEqualTo("Fire!");
    assertThat(lock.get("strength").asText()).isEqualTo("total");
    assertThat(lock.get("scope")).isEmpty();
    assertThat(lock.at("/owner/name").asText()).isEqualTo("main-deployer by name");
    assertThat(lock.has("until")).isTrue();

    deployer.post("/api/v1/applications/shop/deploy", "{\"environment\":\"staging\"}");
    assertThat(delivery().at("/delivery/state").asText()).isEqualTo("waiting");
    assertThat(delivery().at("/delivery/because/code").asText()).isEqualTo("locked");
    assertThat(delivery().at("/guardrails/0/name").asText()).isEqualTo("lock");
    assertThat(delivery().at("/guardrails/0/verdict").asText()).isEqualTo("pending");

    assertThat(deployer.delete(LOCKS + "/" + lock.get("id").asText()).status()).isEqualTo(200);
    assertThat(locks()).isEmpty();
    assertThat(delivery().at("/delivery/because/code").asText()).isEqualTo("agent-missing");
    assertThat(delivery().at("/delivery").has("startedAt")).isTrue();
    assertThat(delivery().at("/guardrails/0/verdict").asText()).isEqualTo("pass");
  }

  @Test
  void a_lock_needs_a_reason_a_scope_and_a_sane_length() {
    Client deployer = house.as(Role.DEPLOYER);
    assertThat(deployer.post(LOCKS, "{\"scope\":{},\"reason\":\" \"}").status()).isEqualTo(400);
    assertThat(deployer.post(LOCKS, "{\"reason\":\"Fire!\"}").status()).isEqualTo(400);
    assertThat(deployer.post(LOCKS, "{\"scope\":{},\"reason\":\"Fire!\",\"seconds\":0}").status())
        .isEqualTo(400);
    assertThat(
            deployer
                .post(LOCKS, "{\"scope\":{\"environment\":\"moon\"},\"reason\":\"Fire!\"}")
                .status())
        .isEqualTo(404);
    assertThat(locks()).isEmpty();
  }
}
