package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.codec.EnvironmentKeyPair;
import dev.slipway.model.Role;

/** An environment with a key, which an agent made at its target local. */
record Sealing(House house, String environment) {

  static final EnvironmentKeyPair KEY = EnvironmentKeyPair.of(new byte[32]);

  static Sealing in(House house, String environment) {
    Sealing sealing = new Sealing(house, environment);
    if (!sealing.next("any").has("key")) {
      Client.Answered offered =
          Signed.at(house, environment, "local")
              .secrets("{\"offers\":\"%s\"}".formatted(KEY.publicKey().base64()));
      assertThat(offered.json().path("key").asText()).isEqualTo(KEY.publicKey().base64());
    }
    return sealing;
  }

  JsonNode next(String secret) {
    return house.as(Role.VIEWER).get(path(secret) + "/next").json();
  }

  /** Sets the next version of a secret, and says which. */
  int set(String secret) {
    int version = next(secret).path("version").asInt();
    Client.Answered answered = set(Role.OWNER, secret, version, "c2VhbGVk");
    assertThat(answered.status()).as(answered.json().toString()).isEqualTo(201);
    return version;
  }

  Client.Answered set(Role role, String secret, int version, String sealed) {
    return house
        .as(role)
        .post(
            path(secret),
            "{\"version\":%d,\"key\":\"%s\",\"sealed\":\"%s\"}"
                .formatted(version, KEY.publicKey().base64(), sealed));
  }

  String path(String secret) {
    return "/api/v1/environments/" + environment + "/secrets/" + secret;
  }
}
