package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is said of whoever holds a token says it by the token's name, which the ledger never has.
 */
final class NamesTest {

  private static final String LOCK =
      "{\"scope\":{\"environment\":\"staging\"},\"reason\":\"Freeze.\"}";

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

  private JsonNode token(String name, String role, String scope) {
    return house
        .as(Role.ADMIN)
        .post(
            "/api/v1/tokens",
            "{\"name\":\"%s\",\"role\":\"%s\",\"scope\":%s}".formatted(name, role, scope))
        .json();
  }

  private Client holder(JsonNode token) {
    return house.asNobody().with("Authorization", "Bearer " + token.path("secret").asText());
  }

  @Test
  void a_refusal_for_want_of_a_role_names_the_token() {
    Client.Answered refused =
        holder(token("build robot", "viewer", "{}")).post("/api/v1/locks", LOCK);
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.json().path("detail").asText())
        .isEqualTo("It takes the role deployer, and build robot is viewer.");
  }

  @Test
  void so_does_one_of_a_role_that_does_not_reach_so_far() {
    JsonNode token = token("tester", "deployer", "{\"environment\":\"production\"}");
    assertThat(holder(token).post("/api/v1/locks", LOCK).json().path("detail").asText())
        .isEqualTo("The role of tester reaches production only, not staging.");
  }

  @Test
  void a_revoked_one_is_named_in_the_answer_and_in_what_is_told_of_it_later() {
    JsonNode token = token("old hook", "viewer", "{}");
    String id = token.at("/token/id").asText();
    JsonNode revoked = house.as(Role.ADMIN).delete("/api/v1/tokens/" + id).json();
    assertThat(revoked.at("/because/sentence").asText()).isEqualTo("old hook acts no more.");
    assertThat(house.as(Role.ADMIN).delete("/api/v1/tokens/" + id).json().path("detail").asText())
        .doesNotContain(id);
  }

  @Test
  void who_locked_is_named_among_those_who_can_release_it() {
    JsonNode token = token("night shift", "deployer", "{}");
    holder(token).post("/api/v1/locks", LOCK);
    house
        .as(Role.DEPLOYER)
        .post("/api/v1/applications/shop/deploy", "{\"environment\":\"staging\"}");
    JsonNode why =
        house.as(Role.VIEWER).get("/api/v1/applications/shop/environments/staging/why").json();
    assertThat(why.at("/unmet/0/ways/0/who").asText())
        .isEqualTo("night shift, who set it, or an owner of staging");
  }

  @Test
  void an_id_of_nobody_stays_as_it_is() {
    Client.Answered refused =
        house.as(Role.ADMIN).delete("/api/v1/tokens/a-00000000000000000000000000000000");
    assertThat(refused.json().path("detail").asText())
        .contains("a-00000000000000000000000000000000");
  }
}
