package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who belongs to which group, and what that means where an approval waits. */
final class GroupsTest {

  private static final String DELIVERY =
      "/api/v1/applications/shop/environments/staging/deliveries/1";
  private static final String MEMBERS = "/api/v1/groups/security/members/";

  private House house;

  @BeforeEach
  void open() {
    house = new House();
    Place.guarded(house, "{approval: [{from: security}, {of: 2}]}");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String person(String name) {
    return house
        .as(Role.ADMIN)
        .post(
            "/api/v1/people",
            "{\"name\":\"%s\",\"email\":\"%s@example.org\"}".formatted(name, name))
        .json()
        .get("id")
        .asText();
  }

  private String token(Role role) {
    return house.as(role).get("/api/v1/whoami").json().at("/actor/id").asText();
  }

  private JsonNode ballot() {
    return house.as(Role.APPROVER).get(DELIVERY + "/ballot").json();
  }

  private Client.Answered approve() {
    String hash = house.as(Role.VIEWER).get(DELIVERY).json().at("/delivery/hash").asText();
    return house.as(Role.APPROVER).post(DELIVERY + "/approve", "{\"hash\":\"" + hash + "\"}");
  }

  @Test
  void a_group_is_listed_with_names_as_long_as_somebody_belongs_to_it() {
    String iris = person("iris");
    Client owner = house.as(Role.OWNER);
    assertThat(owner.post(MEMBERS + iris, "").status()).isEqualTo(201);
    JsonNode page = house.as(Role.VIEWER).get("/api/v1/groups").json();
    assertThat(page.at("/items/0/name").asText()).isEqualTo("security");
    assertThat(page.at("/items/0/members/0/name").asText()).isEqualTo("iris");
    assertThat(owner.post(MEMBERS + iris, "").json().get("settlement").asText())
        .isEqualTo("nothingFollows");
    assertThat(owner.delete(MEMBERS + iris).status()).isEqualTo(200);
    assertThat(owner.delete(MEMBERS + iris).status()).isEqualTo(404);
    assertThat(house.as(Role.VIEWER).get("/api/v1/groups").json().get("items")).isEmpty();
  }

  @Test
  void only_who_is_known_comes_in_and_who_was_forgotten_can_be_taken_out() {
    Client owner = house.as(Role.OWNER);
    assertThat(owner.post(MEMBERS + "nobody", "").status()).isEqualTo(404);
    assertThat(owner.post(MEMBERS + token(Role.APPROVER), "").status()).isEqualTo(404);
    String iris = person("iris");
    owner.post(MEMBERS + iris, "");
    house.as(Role.ADMIN).delete("/api/v1/people/" + iris);
    assertThat(owner.delete(MEMBERS + iris).status()).isEqualTo(200);
  }

  @Test
  void a_token_stands_for_the_person_whom_it_acts_for() {
    String iris = person("iris");
    String token = token(Role.APPROVER);
    house.as(Role.ADMIN).post("/api/v1/people/" + iris + "/links", "{\"token\":\"" + token + "\"}");
    house.as(Role.OWNER).post(MEMBERS + token, "");
    assertThat(
            house.as(Role.VIEWER).get("/api/v1/groups").json().at("/items/0/members/0/id").asText())
        .isEqualTo(iris);
  }

  @Test
  void the_ballot_shows_each_rule_and_who_may_and_a_stranger_reads_why_not() {
    String iris = person("iris");
    String token = token(Role.APPROVER);
    house.as(Role.ADMIN).post("/api/v1/people/" + iris + "/links", "{\"token\":\"" + token + "\"}");
    JsonNode rules = ballot().get("rules");
    assertThat(rules.at("/0/name").asText()).isEqualTo("approval from security");
    assertThat(rules.at("/0/groups/0/members")).isEmpty();
    assertThat(rules.at("/1/name").asText()).isEqualTo("approval");
    assertThat(rules.at("/1/groups")).isEmpty();
    assertThat(approve().status()).isEqualTo(202);
    assertThat(ballot().at("/rules/0/given/0/counts").asBoolean()).isFalse();
    assertThat(ballot().at("/rules/1/given/0/counts").asBoolean()).isTrue();
    house.as(Role.OWNER).post(MEMBERS + iris, "");
    assertThat(ballot().at("/rules/0/groups/0/members/0/name").asText()).isEqualTo("iris");
    assertThat(ballot().at("/rules/0/given/0/counts").asBoolean()).isTrue();
    house.as(Role.OWNER).delete(MEMBERS + iris);
    assertThat(ballot().at("/rules/0/given/0/counts").asBoolean()).isFalse();
  }

  @Test
  void why_says_that_a_group_is_too_small_and_how_it_grows() {
    JsonNode why =
        house.as(Role.VIEWER).get("/api/v1/applications/shop/environments/staging/why").json();
    assertThat(why.at("/unmet/0/what").asText()).isEqualTo("approval from security");
    assertThat(why.at("/unmet/0/because/sentence").asText())
        .isEqualTo("It has 0 of 1 approval, and nobody belongs to security.");
    assertThat(why.at("/unmet/0/ways/0/command").asText())
        .isEqualTo("slipway group add security PERSON");
    assertThat(why.at("/unmet/0/ways/0/role").asText()).isEqualTo("owner");
  }
}
