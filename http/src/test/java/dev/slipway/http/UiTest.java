package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The browser's client, here a first page and one script. */
final class UiTest {

  private static House house;

  @BeforeAll
  static void open() {
    house = new House();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/shop/staging/3", "/login", "/activity?type=DeliveryMade"})
  void a_path_of_the_client_gets_its_first_page(String path) {
    Client.Answered page = house.asNobody().get(path);
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(new String(page.raw().body(), StandardCharsets.UTF_8)).contains("first page");
  }

  @Test
  void an_asset_is_kept_by_the_browser_for_good() {
    Client.Answered script = house.asNobody().get("/assets/index-1a2b.js");
    assertThat(script.header("Content-Type")).startsWith("text/javascript");
    assertThat(script.header("Cache-Control")).contains("immutable");
    assertThat(script.header("Content-Security-Policy")).contains("script-src 'self'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/missing.js", "/favicon.ico"})
  void a_file_that_is_not_there_is_not_the_first_page(String path) {
    assertThat(house.asNobody().get(path).status()).isEqualTo(404);
  }
}
