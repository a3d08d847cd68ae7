package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Role;
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
