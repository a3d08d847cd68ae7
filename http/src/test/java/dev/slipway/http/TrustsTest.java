package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.RefName;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.entry.TokenExchanged;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Runs of CI systems at the door. */
final class TrustsTest {

  private static House house;

  @BeforeAll
  static void open() {
    house = new House();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static String trusted() {
    Client.Answered given = house.as(Role.OWNER).post("/api/v1/trusts", RouteBodies.TRUST);
    assertThat(given.status()).as(given.json().toString()).isEqualTo(201);
    String id = given.json().path("id").asText();
    assertThat(given.json().path("audience").asText()).isEqualTo("slipway:%s", id);
    return id;
  }

  private static Client.Answered shown(String trust, String token) {
    return house
        .asNobody()
        .post(
            "/api/v1/tokens/exchange",
            "{\"trust\":\"%s\",\"token\":\"%s\"}".formatted(trust, token));
  }

  private static Client with(String secret) {
    return new Client(house.server.port(), Map.of("Authorization", "Bearer " + secret));
  }

  @Test
  void what_is_trusted_is_exchanged_once_and_acts_as_the_trust_says() {
    String trust = trusted();
    Client.Answered first = shown(trust, "signed once 1296269 refs/heads/main");
    assertThat(first.status()).as(first.json().toString()).isEqualTo(201);
    String who = with(first.json().path("secret").asText()).get("/api/v1/whoami").json().toString();
    assertThat(who).contains("acme/shop at refs/heads/main, run 123", "deployer");
    Client.Answered again = shown(trust, "signed once 1296269 refs/heads/main");
    assertThat(again.status()).isEqualTo(401);
    assertThat(again.json().path("code").asText()).isEqualTo("token-replayed");
  }

  @Test
  void what_is_not_trusted_is_told_why_and_what_is_not_genuine_nothing() {
    String trust = trusted();
    assertThat(shown(trust, "signed two 7 refs/heads/main").json().path("code").asText())
        .isEqualTo("repository-other");
    assertThat(shown(trust, "signed two 1296269 refs/heads/x").json().path("code").asText())
        .isEqualTo("ref-other");
    assertThat(shown(trust, "forged two 1296269 refs/heads/main").json().path("code").asText())
        .isEqualTo("token-not-genuine");
    assertThat(shown("nobody", "signed two 1296269 refs/heads/main").json().path("code").asText())
        .isEqualTo("trust-unknown");
    assertThat(shown("No id", "x").status()).isEqualTo(400);
  }

  @Test
  void a_trust_that_lets_in_more_than_a_deployer_or_nothing_in_particular_is_none() {
    for (String wrong :
        new String[] {
          RouteBodies.TRUST.replace("deployer", "approver"),
          RouteBodies.TRUST.replace("deployer", "admin"),
          RouteBodies.TRUST.replace("[\"refs/heads/main\"]", "[]"),
          RouteBodies.TRUST.replace("refs/heads/main", "main"),
          RouteBodies.TRUST.replace("1296269", "acme/shop"),
          RouteBodies.TRUST.replace("\"name\"", "\"minutes\":61,\"name\""),
          RouteBodies.TRUST.replace("\"name\"", "\"issuer\":\"http://ci.example\",\"name\""),
        }) {
      assertThat(house.as(Role.ADMIN).post("/api/v1/trusts", wrong).status())
          .as(wrong)
          .isEqualTo(400);
    }
  }

  @Test
  void it_ends_by_itself() {
    assertThat(exchanged("run-over", Duration.ofSeconds(-1))).isEqualTo(401);
    assertThat(exchanged("run-on", Duration.ofHours(1))).isEqualTo(200);
  }

  private static int exchanged(String run, Duration lasts) {
    Instant until = house.now().plus(lasts).truncatedTo(ChronoUnit.SECONDS);
    ActorId actor = new ActorId(run);
    house.write(
        House.OURS,
        new TokenExchanged(
            actor,
            new ActorId("t-1"),
            Role.VIEWER,
            new Scope.Everything(),
            until,
            until.plusSeconds(3600),
            new RefName("refs/heads/main"),
            "1"));
    house.grant(House.OURS, actor, "secret-of-" + run);
    return with("secret-of-" + run).get("/api/v1/whoami").status();
  }

  @Test
  void what_a_trust_let_in_is_out_once_it_is_removed() {
    String trust = trusted();
    String secret =
        shown(trust, "signed three 1296269 refs/heads/main").json().path("secret").asText();
    assertThat(with(secret).get("/api/v1/whoami").status()).isEqualTo(200);
    assertThat(house.as(Role.OWNER).delete("/api/v1/trusts/" + trust).status()).isEqualTo(200);
    assertThat(with(secret).get("/api/v1/whoami").status()).isEqualTo(401);
    assertThat(shown(trust, "signed three 1296269 refs/heads/main").status()).isEqualTo(401);
  }
}
