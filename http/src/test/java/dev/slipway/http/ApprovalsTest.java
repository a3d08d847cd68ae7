package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Approving, rejecting, and who is who. */
final class ApprovalsTest {

  private static final String DELIVERY =
      "/api/v1/applications/shop/environments/staging/deliveries/1";
  private static final String PEOPLE = "/api/v1/people";

  private House house;

  @BeforeEach
  void open() {
    house = new House();
    Place.guarded(house, "{approval: {of: 1}}");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private JsonNode delivery() {
    return house.as(Role.VIEWER).get(DELIVERY).json();
  }

  private Client.Answered approve(Role role, String hash) {
    return house.as(role).post(DELIVERY + "/approve", "{\"hash\":\"" + hash + "\"}");
  }

  private String hash() {
    return delivery().at("/delivery/hash").asText();
  }

  private Client.Answered link(String email, Role role) {
    Client admin = house.as(Role.ADMIN);
    String person =
        admin
            .post(PEOPLE, "{\"name\":\"P\",\"email\":\"" + email + "\"}")
            .json()
            .get("id")
            .asText();
    String actor = house.as(role).get("/api/v1/whoami").json().at("/actor/id").asText();
    return admin.post(PEOPLE + "/" + person + "/links", "{\"token\":\"" + actor + "\"}");
  }

  @Test
  void a_linked_person_who_stands_apart_approves_and_it_starts() {
    assertThat(delivery().at("/delivery/because/code").asText()).isEqualTo("approval-missing");
    assertThat(approve(Role.APPROVER, hash()).json().get("code").asText())
        .isEqualTo("approver-unlinked");
    assertThat(link("somebody@example.org", Role.APPROVER).status()).isEqualTo(200);
    assertThat(approve(Role.APPROVER, hash()).status()).isEqualTo(202);
    assertThat(delivery().at("/delivery").has("startedAt")).isTrue();
  }

  @Test
  void the_author_of_the_commit_is_known_by_address_and_refused() {
    link("Author@Example.org", Role.APPROVER);
    Client.Answered answered = approve(Role.APPROVER, hash());
    assertThat(answered.status()).isEqualTo(409);
    assertThat(answered.json().get("code").asText()).isEqualTo("own-approval");
  }

  @Test
  void why_prints_the_line_that_would_help_and_the_role_that_it_takes() {
    JsonNode why =
        house.as(Role.VIEWER).get("/api/v1/applications/shop/environments/staging/why").json();
    assertThat(why.get("delivery").asInt()).isEqualTo(1);
    assertThat(why.at("/unmet/0/what").asText()).isEqualTo("approval");
    assertThat(why.at("/unmet/0/ways/0/role").asText()).isEqualTo("approver");
    assertThat(why.at("/unmet/0/ways/0/command").asText())
        .isEqualTo("slipway approve shop/staging#1 --hash %s", hash());
  }

  @Test
  void what_was_looked_at_is_what_is_approved() {
    Client.Answered answered = approve(Role.APPROVER, "sha256:" + "0".repeat(64));
    assertThat(answered.status()).isEqualTo(409);
    assertThat(answered.json().get("code").asText()).isEqualTo("hash-differs");
    assertThat(approve(Role.APPROVER, "what").status()).isEqualTo(400);
  }

  private JsonNode ballot(Role role) {
    return house.as(role).get(DELIVERY + "/ballot").json();
  }

  @Test
  void the_ballot_tells_each_what_the_own_word_would_come_to_and_changes_nothing() {
    assertThat(ballot(Role.VIEWER).at("/notApproving/code").asText()).isEqualTo("not-allowed");
    assertThat(ballot(Role.VIEWER).at("/notRejecting/code").asText()).isEqualTo("not-allowed");
    JsonNode unlinked = ballot(Role.APPROVER);
    assertThat(unlinked.at("/rules/0/of").asInt()).isEqualTo(1);
    assertThat(unlinked.at("/rules/0/seconds").asInt()).isEqualTo(86_400);
    assertThat(unlinked.at("/notApproving/code").asText()).isEqualTo("approver-unlinked");
    assertThat(unlinked.has("notRejecting")).isFalse();
    link("somebody@example.org", Role.APPROVER);
    assertThat(ballot(Role.APPROVER).has("notApproving")).isFalse();
    assertThat(ballot(Role.APPROVER).at("/rules/0/given")).isEmpty();
    assertThat(delivery().at("/delivery").has("startedAt")).isFalse();
  }

  @Test
  void the_ballot_names_who_approved_and_until_when_it_counts() {
    link("somebody@example.org", Role.APPROVER);
    approve(Role.APPROVER, hash());
    JsonNode ballot = ballot(Role.APPROVER);
    assertThat(ballot.at("/notApproving/code").asText()).isEqualTo("already-started");
    assertThat(ballot.at("/rules/0/given/0/by/id").asText())
        .isEqualTo(house.as(Role.APPROVER).get("/api/v1/whoami").json().at("/actor/id").asText());
    assertThat(ballot.at("/rules/0/given/0/counts").asBoolean()).isTrue();
    assertThat(ballot.at("/rules/0/given/0/until").asText())
        .isGreaterThan(ballot.at("/rules/0/given/0/at").asText());
  }

  @Test
  void a_rejection_ends_it_with_its_reason() {
    String body = "{\"hash\":\"" + hash() + "\",\"reason\":\"Not today\"}";
    assertThat(house.as(Role.APPROVER).post(DELIVERY + "/reject", body).status()).isEqualTo(202);
    assertThat(delivery().at("/guardrails/0/verdict").asText()).isEqualTo("fail");
    assertThat(delivery().at("/guardrails/0/because/sentence").asText()).contains("Not today");
  }

  @Test
  void a_person_is_forgotten_with_every_address() {
    Client admin = house.as(Role.ADMIN);
    String body = "{\"name\":\"Alice\",\"email\":\"alice@example.org\"}";
    String person = admin.post(PEOPLE, body).json().get("id").asText();
    assertThat(admin.post(PEOPLE, body).status()).isEqualTo(409);
    assertThat(admin.get(PEOPLE).json().at("/items/0/name").asText()).isEqualTo("Alice");
    assertThat(admin.delete(PEOPLE + "/" + person).status()).isEqualTo(204);
    assertThat(admin.get(PEOPLE).json().get("items")).isEmpty();
    assertThat(admin.delete(PEOPLE + "/" + person).status()).isEqualTo(404);
    assertThat(admin.post(PEOPLE, "{\"name\":\"A\",\"email\":\"nowhere\"}").status())
        .isEqualTo(400);
  }
}
