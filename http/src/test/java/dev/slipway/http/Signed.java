package dev.slipway.http;

import dev.slipway.codec.SigningKey;
import dev.slipway.model.Role;
import dev.slipway.wire.agent.RequestSignature;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** An agent that was let in at a target, and signs what it asks. */
record Signed(House house, String agent, SigningKey key) {

  static Signed at(House house, String environment, String target) {
    SigningKey key = SigningKey.generate(new SecureRandom());
    return new Signed(
        house, enrolled(house, environment, target, key).json().path("agent").asText(), key);
  }

  static Client.Answered enrolled(House house, String environment, String target, SigningKey key) {
    String token =
        house
            .as(Role.OWNER)
            .post(
                "/api/v1/environments/" + environment + "/targets/" + target + "/join-tokens", "{}")
            .json()
            .get("secret")
            .asText();
    return house
        .asNobody()
        .post(
            "/agent/v1/enrol",
            "{\"joinToken\":\"%s\",\"publicKey\":\"%s\"}"
                .formatted(token, key.publicKey().base64()));
  }

  Client.Answered sync(String body) {
    return client("POST", "/agent/v1/sync", body).post("/agent/v1/sync", body);
  }

  /** Says something of keys; {@code more} are the fields besides. */
  Client.Answered secrets(String more) {
    String body = more;
    for (String list : List.of("wrapped", "wanted")) {
      body = body.contains(list + "\":") ? body : body.replaceFirst("}$", ",\"" + list + "\":[]}");
    }
    body = body.replace("{,", "{");
    return client("POST", "/agent/v1/secrets", body).post("/agent/v1/secrets", body);
  }

  Client.Answered get(String path) {
    return client("GET", path, "").get(path);
  }

  Client.Answered octets(String path, byte[] body) {
    return client("POST", path, body).send("POST", path, "application/octet-stream", body);
  }

  private Client client(String method, String path, String body) {
    return client(method, path, body.getBytes(StandardCharsets.UTF_8));
  }

  private Client client(String method, String path, byte[] body) {
    long now = house.now().getEpochSecond();
    byte[] message = RequestSignature.message(method, path, now, body);
    return new Client(
        house.server.port(),
        Map.of(
            RequestSignature.AGENT,
            agent,
            RequestSignature.TIMESTAMP,
            Long.toString(now),
            RequestSignature.SIGNATURE,
            Base64.getEncoder().encodeToString(key.sign(message))));
  }
}
