package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.entry.TokenRevoked;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Browsers and their cookies. */
final class SessionsTest {

  private static House house;

  @BeforeAll
  static void open() {
    house = new House();
    Place.filled(house);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  private static String login(String secret) {
    house.offerLogin(House.OURS, Role.OWNER, secret);
    Client.Answered opened =
        house.asNobody().post("/api/v1/session", "{\"secret\":\"" + secret + "\"}");
    assertThat(opened.status()).isEqualTo(200);
    return opened.header("Set-Cookie");
  }

  @Test
  void a_login_secret_opens_one_session() {
    String cookie = login("link-1");
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
    assertThat(house.asNobody().post("/api/v1/session", "{\"secret\":\"link-1\"}").status())
        .isEqualTo(401);
    Client browser = house.asNobody().with("Cookie", cookie.split(";", 2)[0]);
    assertThat(browser.get("/api/v1/whoami").json().at("/actor/id").asText())
        .isEqualTo("main-owner");
  }

  @Test
  void a_browser_that_was_made_to_send_its_cookie_is_refused() {
    Client browser = house.asNobody().with("Cookie", login("link-2").split(";", 2)[0]);
    String body = "{\"environment\":\"staging\"}";
    Client.Answered forged = browser.post("/api/v1/applications/shop/deploy", body);
    assertThat(forged.status()).isEqualTo(403);
    assertThat(forged.code()).isEqualTo("request-header-missing");
    assertThat(
            browser
                .with("Slipway-Request", "1")
                .post("/api/v1/applications/shop/deploy", body)
                .status())
        .isEqualTo(202);
  }

  @Test
  void the_end_of_a_token_ends_the_sessions_that_were_opened_with_it() {
    Client admin = house.as(Role.ADMIN);
    Client.Answered made =
        admin.post("/api/v1/tokens", "{\"name\":\"laptop\",\"role\":\"viewer\"}");
    String secret = made.json().at("/secret").asText();
    Client.Answered opened =
        house.asNobody().post("/api/v1/session", "{\"secret\":\"" + secret + "\"}");
    Client browser = house.asNobody().with("Cookie", opened.header("Set-Cookie").split(";", 2)[0]);
    assertThat(browser.get("/api/v1/whoami").status()).isEqualTo(200);
    String id = made.json().at("/token/id").asText();
    assertThat(admin.delete("/api/v1/tokens/" + id).status()).isEqualTo(200);
    assertThat(browser.get("/api/v1/whoami").status()).isEqualTo(401);
    assertThat(browser.get("/api/v1/placements").status()).isEqualTo(401);
    assertThat(house.asNobody().post("/api/v1/session", "{\"secret\":\"" + secret + "\"}").status())
        .isEqualTo(401);
  }

  @Test
  void a_token_whose_end_is_in_the_ledger_counts_no_more_though_its_secret_is_still_known() {
    ActorId laptop = new ActorId("laptop-2");
    house.issue(House.OURS, laptop, Role.VIEWER, new Scope.Everything());
    house.grant(House.OURS, laptop, "secret-of-laptop-2");
    Client client = house.asNobody().with("Authorization", "Bearer secret-of-laptop-2");
    await(() -> client.get("/api/v1/whoami").status() == 200);
    house.write(House.OURS, new TokenRevoked(laptop));
    await(() -> client.get("/api/v1/whoami").status() == 401);
  }

  private static void await(BooleanSupplier what) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!what.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
    }
  }

  @Test
  void a_session_that_was_closed_opens_nothing() {
    Client browser =
        house
            .asNobody()
            .with("Cookie", login("link-3").split(";", 2)[0])
            .with("Slipway-Request", "1");
    assertThat(browser.delete("/api/v1/session").status()).isEqualTo(204);
    assertThat(browser.get("/api/v1/whoami").status()).isEqualTo(401);
  }
}
