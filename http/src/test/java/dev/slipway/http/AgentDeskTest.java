package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.codec.Digests;
import dev.slipway.codec.SigningKey;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Position;
import dev.slipway.model.Role;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.wire.agent.RequestSignature;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
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
  private static String spent;

  @BeforeAll
  static void open() {
    house = new House();
    Place.filled(house);
    spent = joinToken();
    JsonNode enrolled = enrol(spent).json();
    agent = enrolled.get("agent").asText();
    assertThat(enrolled.get("environment").asText()).isEqualTo("staging");
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
    return enrol(join, "");
  }

  private static Client.Answered enrol(String join, String more) {
    return house
        .asNobody()
        .post(
            "/agent/v1/enrol",
            "{\"joinToken\":\"%s\",\"publicKey\":\"%s\"%s}"
                .formatted(join, KEY.publicKey().base64(), more));
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
  void a_join_token_is_good_once_in_time_and_for_its_own_target() {
    String elsewhere = joinToken();
    assertThat(enrol(elsewhere, ",\"environment\":\"production\"").code())
        .isEqualTo("join-token-elsewhere");
    assertThat(enrol(elsewhere, ",\"target\":\"other\"").status()).isEqualTo(409);
    Digest expired = Digests.sha256("expired".getBytes(StandardCharsets.UTF_8));
    TargetId target = new TargetId(new EnvironmentName("staging"), new TargetName("local"));
    house.directory.offerJoin(expired, House.OURS, target, house.now().minusSeconds(1));
    assertThat(enrol("expired").code()).isEqualTo("join-token-expired");
    assertThat(enrol("unknown").code()).isEqualTo("join-token-unknown");
    assertThat(enrol(spent).code()).isEqualTo("join-token-used");
    assertThat(enrol(spent).status()).isEqualTo(401);
    assertThat(refusals())
        .contains("join-token-elsewhere", "join-token-expired", "join-token-used");
  }

  private static List<String> refusals() {
    return house.ledger.read(Position.START, 1000).stream()
        .filter(recorded -> recorded.actor().equals(ActorId.STRANGER))
        .map(recorded -> ((ActorRefused) recorded.entry()).because().code())
        .toList();
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
