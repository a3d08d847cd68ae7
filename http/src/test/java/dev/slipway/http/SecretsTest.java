package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secrets that are sealed for an environment, and the key that its agents pass on. */
final class SecretsTest {

  private static final String SYNC =
      "{\"boot\":\"b\",\"sequence\":%d,\"reports\":[],\"holding\":{},\"holdMillis\":%d}";

  private House house;
  private String key;

  @BeforeEach
  void open() {
    house = new House();
    key = Sealing.KEY.publicKey().base64();
    house
        .as(Role.OWNER)
        .postYaml(
            "/api/v1/documents",
            """
            environment: staging
            ---
            {target: local, environment: staging, local: true}
            ---
            {target: edge, environment: staging}
            ---
            environment: production
            ---
            {target: local, environment: production, local: true}
            """);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private JsonNode list(String path) {
    return house.as(Role.VIEWER).get("/api/v1/environments/staging/secrets" + path).json();
  }

  @Test
  void without_a_key_an_agent_is_asked_to_make_one() {
    Signed agent = Signed.at(house, "staging", "local");
    assertThat(agent.sync(SYNC.formatted(1, 0)).json().has("aboutKeys")).isFalse();

    assertThat(new Sealing(house, "staging").next("db-password").has("key")).isFalse();

    assertThat(agent.sync(SYNC.formatted(2, 5000)).json().path("aboutKeys").asBoolean()).isTrue();
    assertThat(agent.secrets("{}").json().has("key")).isFalse();
    assertThat(agent.secrets("{\"offers\":\"%s\"}".formatted(key)).json().path("key").asText())
        .isEqualTo(key);
    JsonNode next = new Sealing(house, "staging").next("db-password");
    assertThat(next.path("key").asText()).isEqualTo(key);
    assertThat(next.path("organisation").asText()).isEqualTo("main");
    assertThat(next.path("version").asInt()).isOne();
  }

  @Test
  void a_version_is_listed_with_who_set_it_and_what_is_sealed_is_given_to_its_agents_alone() {
    Sealing sealing = Sealing.in(house, "staging");
    sealing.set("db-password");
    sealing.set("db-password");

    assertThat(list("").path("items")).hasSize(1);
    assertThat(list("").at("/items/0/version").asInt()).isEqualTo(2);
    assertThat(list("/db-password").path("items")).hasSize(2);
    assertThat(list("/db-password").at("/items/1/newest").asBoolean()).isFalse();
    assertThat(list("/db-password").at("/items/0/by/name").asText()).isNotEmpty();
    assertThat(list("/db-password").toString()).doesNotContain("c2VhbGVk");

    String wanted = "{\"wanted\":[{\"secret\":\"db-password\",\"version\":2}]}";
    JsonNode ours = Signed.at(house, "staging", "edge").secrets(wanted).json();
    assertThat(ours.at("/sealed/0/sealed").asText()).isEqualTo("c2VhbGVk");
    JsonNode theirs = Signed.at(house, "production", "local").secrets(wanted).json();
    assertThat(theirs.path("sealed")).isEmpty();
  }

  @Test
  void whoever_may_not_declare_there_may_set_nothing() {
    Sealing sealing = Sealing.in(house, "staging");

    Client.Answered refused = sealing.set(Role.DEPLOYER, "db-password", 1, "c2VhbGVk");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("not-allowed");
    assertThat(sealing.set(Role.OWNER, "db-password", 2, "c2VhbGVk").code())
        .isEqualTo("version-other");
    assertThat(sealing.set(Role.OWNER, "db-password", 1, "!").code()).isEqualTo("invalid-sealed");
    assertThat(sealing.set(Role.OWNER, "db-password", 1, "A".repeat(24_000)).status())
        .isEqualTo(400);
    assertThat(list("").path("items")).isEmpty();
  }

  @Test
  void a_removed_version_is_given_to_no_agent_any_more() {
    Sealing sealing = Sealing.in(house, "staging");
    int version = sealing.set("db-password");
    String path = sealing.path("db-password") + "/" + version;

    assertThat(house.as(Role.DEPLOYER).send("DELETE", path, "", "").status()).isEqualTo(403);
    assertThat(house.as(Role.OWNER).send("DELETE", path, "", "").status()).isEqualTo(200);
    assertThat(house.as(Role.OWNER).send("DELETE", path, "", "").status()).isEqualTo(404);

    assertThat(list("").at("/items/0").has("removed")).isTrue();
    assertThat(sealing.next("db-password").path("version").asInt()).isEqualTo(version + 1);
    JsonNode told =
        Signed.at(house, "staging", "edge")
            .secrets("{\"wanted\":[{\"secret\":\"db-password\",\"version\":1}]}")
            .json();
    assertThat(told.path("sealed")).isEmpty();
  }

  @Test
  void a_newcomer_is_handed_the_key_by_an_agent_that_is_present() {
    Signed present = Signed.at(house, "staging", "local");
    present.secrets("{\"offers\":\"%s\"}".formatted(key));
    String holds = "{\"holds\":\"%s\"}".formatted(key);
    assertThat(present.secrets(holds).json().path("newcomers")).isEmpty();

    Signed newcomer = Signed.at(house, "staging", "edge");
    assertThat(newcomer.sync(SYNC.formatted(1, 5000)).json().path("aboutKeys").asBoolean())
        .isTrue();
    assertThat(newcomer.secrets("{}").json().has("handed")).isFalse();

    assertThat(present.sync(SYNC.formatted(1, 5000)).json().path("aboutKeys").asBoolean()).isTrue();
    assertThat(present.secrets(holds).json().at("/newcomers/0").asText())
        .isEqualTo("certificate of %s", newcomer.agent());
    JsonNode done =
        present
            .secrets(
                "{\"holds\":\"%s\",\"wrapped\":[{\"agent\":\"%s\",\"wrapped\":\"d3JhcHBlZA==\"}]}"
                    .formatted(key, newcomer.agent()))
            .json();
    assertThat(done.path("newcomers")).isEmpty();

    assertThat(newcomer.sync(SYNC.formatted(2, 5000)).json().path("aboutKeys").asBoolean())
        .isTrue();
    JsonNode handed = newcomer.secrets("{}").json().path("handed");
    assertThat(handed.path("from").asText()).isEqualTo("certificate of %s", present.agent());
    assertThat(handed.path("wrapped").asText()).isEqualTo("d3JhcHBlZA==");
  }

  @Test
  void nobody_hands_a_key_to_another_environment_or_without_having_it() {
    Sealing.in(house, "staging");
    Signed newcomer = Signed.at(house, "staging", "edge");
    newcomer.secrets("{}");
    Signed elsewhere = Signed.at(house, "production", "local");
    String wrapped =
        ",\"wrapped\":[{\"agent\":\"%s\",\"wrapped\":\"d3JhcHBlZA==\"}]}"
            .formatted(newcomer.agent());

    assertThat(
            elsewhere
                .secrets("{\"holds\":\"%s\"".formatted(key) + wrapped)
                .json()
                .path("newcomers"))
        .isEmpty();
    newcomer.secrets("{\"holds\":\"%s\"".formatted("A".repeat(43) + "=") + wrapped);
    assertThat(newcomer.secrets("{}").json().has("handed")).isFalse();
  }
}
