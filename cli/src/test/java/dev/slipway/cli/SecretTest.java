package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.codec.EnvironmentKeyPair;
import dev.slipway.codec.SealedSecrets;
import dev.slipway.model.Bytes;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.SealedName;
import dev.slipway.model.SecretName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTest {

  /** What every private key agrees with on the same. */
  private static final String ALL_ZERO = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

  private static final EnvironmentKeyPair KEY = EnvironmentKeyPair.of(new byte[32]);

  private static ObjectNode next() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("organisation", "main")
        .put("environment", "staging")
        .put("secret", "db-password")
        .put("version", 4);
  }

  @Test
  void a_value_is_sealed_before_it_is_sent() throws IOException {
    try (StubServer server = new StubServer()) {
      server.answer("nextSecret", next().put("key", KEY.publicKey().base64()));
      Run run = Run.of(server, "secret", "set", "staging", "db-password");

      assertThat(server.breaches()).isEmpty();
      assertThat(server.asked()).containsExactly("nextSecret", "setSecret");
      assertThat(run.exit()).isZero();
      JsonNode body = server.bodies().getFirst();
      assertThat(body.path("version").asInt()).isEqualTo(4);
      SealedName name =
          new SealedName(
              new Organisation("main"),
              new EnvironmentName("staging"),
              new SecretName("db-password"),
              4);
      Bytes sealed = Bytes.of(Base64.getDecoder().decode(body.path("sealed").asText()));
      assertThat(SealedSecrets.open(KEY, name, sealed))
          .contains("hunter2-canary".getBytes(StandardCharsets.UTF_8));
      assertThat(run.out() + run.err() + body).doesNotContain("hunter2");
    }
  }

  @Test
  void a_key_that_an_agent_has_still_to_make_is_waited_for() throws IOException {
    try (StubServer server = new StubServer()) {
      server.answer("nextSecret", next(), next(), next().put("key", KEY.publicKey().base64()));
      Run run = Run.of(server, "secret", "set", "staging", "db-password");

      assertThat(server.asked())
          .containsExactly("nextSecret", "nextSecret", "nextSecret", "setSecret");
      assertThat(run.exit()).isZero();
      assertThat(run.paused()).hasSeconds(2);
    }
  }

  @Test
  void where_no_agent_makes_one_nothing_is_set() throws IOException {
    try (StubServer server = new StubServer()) {
      server.answer("nextSecret", next());
      Run run = Run.of(server, "secret", "set", "staging", "db-password");

      assertThat(run.exit()).isOne();
      assertThat(run.err()).contains("staging has no key yet", "slipway agent list");
      assertThat(server.asked()).doesNotContain("setSecret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!", ALL_ZERO})
  void nothing_is_sealed_to_what_is_no_key(String key) throws IOException {
    try (StubServer server = new StubServer()) {
      server.answer("nextSecret", next().put("key", key));
      Run run = Run.of(server, "secret", "set", "staging", "db-password");

      assertThat(run.exit()).isOne();
      assertThat(run.err())
          .isEqualTo("slipway: Nothing was set: the server's answer is not what it should be.\n");
      assertThat(server.asked()).doesNotContain("setSecret");
    }
  }
}
