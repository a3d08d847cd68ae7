package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Position;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where webhooks arrive. */
final class ReceiversTest {

  private House house;
  private String path;
  private String secret;

  @BeforeEach
  void open() {
    house = new House();
    JsonNode made = house.as(Role.ADMIN).post("/api/v1/hooks", "{\"kind\":\"github\"}").json();
    path = made.at("/hook/path").asText();
    secret = made.get("secret").asText();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private Client.Answered send(String signature, String body) {
    return house.asNobody().with("X-Signature", signature).send("POST", path, "text/plain", body);
  }

  @Test
  void what_was_signed_is_durable_before_it_is_acknowledged() {
    Client.Answered first = send(secret, "news");
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.json().get("duplicate").asBoolean()).isFalse();
    Client.Answered again = send(secret, "news");
    assertThat(again.json().get("duplicate").asBoolean()).isTrue();
    assertThat(again.json().get("position")).isEqualTo(first.json().get("position"));
    JsonNode event =
        house.as(Role.VIEWER).get("/api/v1/events/" + first.json().get("position").asLong()).json();
    assertThat(event.at("/event/kind").asText()).isEqualTo("ignored");
  }

  @Test
  void a_bad_signature_leaves_no_trace_in_the_ledger() {
    Position before = house.ledger.head();
    assertThat(send("wrong", "news").status()).isEqualTo(401);
    assertThat(house.ledger.head()).isEqualTo(before);
  }

  @Test
  void whoever_is_turned_away_is_counted_at_the_address_and_leaves_no_entry() {
    Position before = house.ledger.head();
    assertThat(hook().has("turnedAway")).isFalse();
    for (int i = 0; i < 3; i++) {
      assertThat(send("wrong", "news").status()).isEqualTo(401);
    }
    assertThat(hook().at("/turnedAway/times").asInt()).isEqualTo(3);
    assertThat(hook().at("/turnedAway/code").asText()).isEqualTo("bad-signature");
    assertThat(send(secret, "").status()).isEqualTo(400);
    assertThat(hook().at("/turnedAway/times").asInt()).isEqualTo(4);
    assertThat(house.ledger.head()).isEqualTo(before);
  }

  private JsonNode hook() {
    return house.as(Role.ADMIN).get("/api/v1/hooks").json().at("/items/0");
  }

  @Test
  void what_was_signed_and_cannot_be_understood_is_a_400() {
    assertThat(send(secret, "").status()).isEqualTo(400);
  }

  @Test
  void an_address_of_another_kind_is_no_address() {
    path = path.replace("/github/", "/events/");
    assertThat(send(secret, "news").status()).isEqualTo(404);
  }

  @Test
  void a_closed_address_is_no_address() {
    String id = path.substring(path.lastIndexOf('/') + 1);
    assertThat(house.as(Role.ADMIN).delete("/api/v1/hooks/" + id).status()).isEqualTo(204);
    assertThat(send(secret, "news").status()).isEqualTo(404);
  }
}
