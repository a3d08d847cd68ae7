package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people say of pages, where it goes, and who reads it. */
final class FeedbackTest {

  private static final String FEEDBACK = "/api/v1/feedback";

  private House house;

  @BeforeEach
  void open() {
    house = new House();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String said(String text) {
    return "{\"page\":\"/apps/shop\",\"text\":\"" + text + "\"}";
  }

  private JsonNode list(String query) {
    return house.as(Role.OWNER).get(FEEDBACK + query).json();
  }

  @Test
  void it_is_kept_with_its_page_who_said_it_when_and_of_which_version_and_not_in_the_ledger() {
    long before = house.ledger.head().value();
    Client.Answered answered = house.as(Role.VIEWER).post(FEEDBACK, said("<b>slow</b>\\nand grey"));

    assertThat(answered.status()).isEqualTo(201);
    JsonNode kept = list("").at("/items/0");
    assertThat(kept).isEqualTo(answered.json());
    assertThat(kept.get("page").asText()).isEqualTo("/apps/shop");
    assertThat(kept.get("text").asText()).isEqualTo("<b>slow</b>\nand grey");
    assertThat(kept.get("version").asText()).isEqualTo("test");
    assertThat(kept.at("/by/id").asText()).isEqualTo("main-viewer");
    assertThat(kept.at("/by/name").asText()).isEqualTo("main-viewer by name");
    assertThat(kept.get("at").asText()).startsWith("20");
    assertThat(house.ledger.head().value()).isEqualTo(before);
  }

  @Test
  void the_newest_comes_first_and_pages_follow() {
    Client viewer = house.as(Role.VIEWER);
    viewer.post(FEEDBACK, said("one"));
    viewer.post(FEEDBACK, said("two"));
    viewer.post(FEEDBACK, said("three"));

    JsonNode first = list("?limit=2");
    assertThat(first.findValuesAsText("text")).containsExactly("three", "two");
    assertThat(first.get("total").asLong()).isEqualTo(3);
    JsonNode rest = list("?limit=2&cursor=" + first.get("next").asText());
    assertThat(rest.findValuesAsText("text")).containsExactly("one");
    assertThat(rest.has("next")).isFalse();
    assertThat(house.as(Role.OWNER).get(FEEDBACK + "?cursor=bm8").status()).isEqualTo(400);
  }

  @Test
  void the_same_key_by_the_same_actor_is_the_same_once_more() {
    Client viewer = house.as(Role.VIEWER).with("Idempotency-Key", "k");
    JsonNode first = viewer.post(FEEDBACK, said("one")).json();
    assertThat(viewer.post(FEEDBACK, said("two")).json()).isEqualTo(first);
    house.as(Role.OWNER).with("Idempotency-Key", "k").post(FEEDBACK, said("another"));

    assertThat(list("").findValuesAsText("text")).containsExactly("another", "one");
  }

  @Test
  void an_owner_takes_it_out_for_good() {
    String id = house.as(Role.VIEWER).post(FEEDBACK, said("oops")).json().get("id").asText();
    Client owner = house.as(Role.OWNER);
    assertThat(house.as(Role.VIEWER).delete(FEEDBACK + "/" + id).status()).isEqualTo(403);
    assertThat(owner.delete(FEEDBACK + "/" + id).status()).isEqualTo(204);
    assertThat(owner.delete(FEEDBACK + "/" + id).status()).isEqualTo(404);
    assertThat(list("").get("total").asLong()).isZero();
  }

  @Test
  void an_owner_of_a_part_says_but_does_not_read_what_others_said() {
    Scope shop = new Scope.OfApplication(new ApplicationName("shop"));
    ActorId part = new ActorId("owner-of-shop");
    house.issue(House.OURS, part, Role.OWNER, shop);
    house.grant(House.OURS, part, "part");
    Client client = new Client(house.server.port(), Map.of("Authorization", "Bearer part"));

    assertThat(client.post(FEEDBACK, said("good")).status()).isEqualTo(201);
    assertThat(client.get(FEEDBACK).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"page\":\"https://evil.example/\",\"text\":\"a\"}",
        "{\"page\":\"//evil.example/\",\"text\":\"a\"}",
        "{\"page\":\"/apps?token=1\",\"text\":\"a\"}",
        "{\"page\":\"/apps\",\"text\":\" \"}",
        "{\"page\":\"/apps\"}",
        "{\"page\":\"/apps\",\"text\":\"a\",\"by\":\"somebody\"}"
      })
  void what_is_no_page_or_no_text_is_refused(String body) {
    assertThat(house.as(Role.VIEWER).post(FEEDBACK, body).status()).isEqualTo(400);
    assertThat(list("").get("total").asLong()).isZero();
  }

  @Test
  void text_has_a_limit_that_says_so() {
    Client viewer = house.as(Role.VIEWER);
    assertThat(viewer.post(FEEDBACK, said("a".repeat(4000))).status()).isEqualTo(201);
    Client.Answered refused = viewer.post(FEEDBACK, said("a".repeat(4001)));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().get("detail").asText()).contains("4000 characters");
  }

  @Test
  void nobody_fills_the_box_at_once() {
    Client viewer = house.as(Role.VIEWER);
    int refused = 0;
    for (int i = 0; i < 100 && refused == 0; i++) {
      Client.Answered answered = viewer.post(FEEDBACK, said("again"));
      refused = answered.status() == 201 ? 0 : answered.status();
    }
    assertThat(refused).isEqualTo(429);
  }
}
