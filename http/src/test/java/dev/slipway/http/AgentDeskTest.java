package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.codec.SigningKey;
import dev.slipway.model.Role;
import dev.slipway.wire.agent.RequestSignature;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What agents are let in for, and given. */
final class AgentDeskTest {

  private static final String SYNC =
      "{\"boot\":\"b\",\"sequence\":1,\"reports\":[],\"holding\":{},\"holdMillis\":1}";

  private static final SigningKey KEY = SigningKey.generate(new SecureRandom());
  private static House house;
  private static String agent;

  @BeforeAll
  static void open() {
    house = new House();
    Place.filled(house);
    String join = joinToken();
    JsonNode enrolled = enrol(join).json();
    agent = enrolled.get("agent").asText();
    assertThat(enrolled.get("environment").asText()).isEqualTo("staging");
    assertThat(enrol(join).status()).as("a join token is spent").isEqualTo(401);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static String joinToken() {
    return house
        .as(Role.OWNER)
        .post("/api/v1/environments/staging/targets/local/join-tokens", "{}")
        .json()
        .get("secret")
        .asText();
  }

  private static Client.Answered enrol(String join) {
    return house
        .asNobody()
        .post(
            "/agent/v1/enrol",
            "{\"joinToken\":\"%s\",\"publicKey\":\"%s\"}"
                .formatted(join, KEY.publicKey().base64()));
  }

  private static Client signed(
      String method, String path, String body, SigningKey key, Instant at) {
    byte[] message =
        RequestSignature.message(
            method, path, at.getEpochSecond(), body.getBytes(StandardCharsets.UTF_8));
    return house
        .asNobody()
        .with(RequestSignature.AGENT, agent)
        .with(RequestSignature.TIMESTAMP, Long.toString(at.getEpochSecond()))
        .with(RequestSignature.SIGNATURE, Base64.getEncoder().encodeToString(key.sign(message)));
  }

  private static Client.Answered sync(String signedBody, String body, SigningKey key, Instant at) {
    return signed("POST", "/agent/v1/sync", signedBody, key, at).post("/agent/v1/sync", body);
  }

  @Test
  void an_enrolled_agent_is_given_its_orders() {
    Client.Answered answered = sync(SYNC, SYNC, KEY, house.now());
    assertThat(answered.status()).as(answered.json().toString()).isEqualTo(200);
    assertThat(answered.json().get("orders")).hasSize(1);
    assertThat(answered.json().at("/certificates/0").asText()).isEqualTo("certificate");
  }

  @Test
  void another_key_another_body_or_another_time_is_refused() {
    SigningKey other = SigningKey.generate(new SecureRandom());
    assertThat(sync(SYNC, SYNC, other, house.now()).status()).isEqualTo(401);
    assertThat(sync(SYNC, SYNC.replace("1", "2"), KEY, house.now()).status()).isEqualTo(401);
    assertThat(sync(SYNC, SYNC, KEY, house.now().minusSeconds(400)).status()).isEqualTo(401);
    assertThat(sync(SYNC, SYNC, KEY, house.now().plusSeconds(400)).status()).isEqualTo(401);
  }

  @Test
  void an_agents_signature_opens_no_route_of_people() {
    String path = "/api/v1/applications";
    assertThat(signed("GET", path, "", KEY, house.now()).get(path).status()).isEqualTo(401);
  }

  @Test
  void a_report_that_cannot_be_read_is_a_400() {
    String body = SYNC.replace("[]", "[\"{}\"]");
    assertThat(sync(body, body, KEY, house.now()).status()).isEqualTo(400);
  }

  @Test
  void an_agent_gets_what_its_orders_name_and_nothing_else() {
    String named = "/agent/v1/blobs/" + house.repository.archive();
    Client.Answered blob = signed("GET", named, "", KEY, house.now()).get(named);
    assertThat(blob.status()).isEqualTo(200);
    assertThat(new String(blob.raw().body(), StandardCharsets.UTF_8)).isEqualTo("archive");
    String other = "/agent/v1/blobs/sha256:" + "0".repeat(64);
    assertThat(signed("GET", other, "", KEY, house.now()).get(other).status()).isEqualTo(404);
  }
}
