package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Role;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands at the door: no credentials, hostile headers, paths and bodies. */
final class DoorTest {

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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer nobody",
        "Basic bWFpbjptYWlu",
        "bearer\u00a0x",
        "Bearer ${jndi:ldap://127.0.0.1/x}"
      })
  void what_is_no_credential_opens_nothing(String authorization) {
    assertThat(house.asNobody().with("Authorization", authorization).get("/api/v1/whoami").status())
        .isEqualTo(401);
  }

  @Test
  void every_answer_carries_the_headers_that_bind_a_browser() {
    for (String path : List.of("/healthz", "/api/v1/whoami", "/nothing")) {
      Client.Answered answered = house.asNobody().get(path);
      assertThat(answered.header("Content-Security-Policy"))
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(answered.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answered.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(answered.header("Server")).isEmpty();
    }
    assertThat(house.as(Role.VIEWER).get("/api/v1/whoami").header("Cache-Control"))
        .isEqualTo("no-store");
  }

  @Test
  void paths_of_the_api_that_do_not_exist_are_problems() {
    for (String path :
        List.of("/api/v1/nothing", "/api/v2/applications", "/agent/v1/x", "/hooks/x")) {
      assertThat(house.as(Role.ADMIN).get(path).status()).as(path).isEqualTo(404);
      assertThat(house.as(Role.ADMIN).get(path).code()).as(path).isEqualTo("not-found");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "null",
        "\"x\"",
        "{\"environment\":1}",
        "{\"environment\":{}}",
        "{\"environment\":\"staging\",\"unknown\":1}",
        "{\"environment\":\"staging\",\"environment\":\"production\"}",
        "{\"environment\":\"STAGING\"}",
        "{\"environment\":\"../../etc\"}",
        "{\"environment\":\"staging\",\"revision\":\"\"}",
        "{\"environment\":\"staging\",\"force\":\"yes\"}",
        "{\"environment\":\"staging\",\"parameters\":{\"a\":1}}",
        "{\"environment\":\"staging\"} x"
      })
  void a_body_that_is_not_as_described_is_a_400(String body) {
    Client.Answered refused =
        house.as(Role.DEPLOYER).post("/api/v1/applications/shop/deploy", body);
    assertThat(refused.status()).as(refused.json().toString()).isEqualTo(400);
  }

  @Test
  void a_deeply_nested_body_is_a_400() {
    String deep = "{\"parameters\":" + "[".repeat(100_000);
    assertThat(house.as(Role.DEPLOYER).post("/api/v1/applications/shop/deploy", deep).status())
        .isEqualTo(400);
  }

  @Test
  void a_form_is_no_json() {
    assertThat(
            house
                .as(Role.DEPLOYER)
                .send("POST", "/api/v1/applications/shop/deploy", "text/plain", "{}")
                .status())
        .isEqualTo(415);
  }

  /** Whoever writes all of it before reading hears why, and not of a connection that was reset. */
  @ParameterizedTest
  @ValueSource(ints = {(1 << 20) + 1, 8 << 20})
  void a_body_over_its_bound_is_a_413(int length) {
    String large = "#".repeat(length);
    assertThat(house.as(Role.OWNER).postYaml("/api/v1/documents", large).code())
        .isEqualTo("body-too-large");
  }

  @Test
  void a_compressed_body_is_a_415() {
    assertThat(
            house
                .as(Role.OWNER)
                .with("Content-Encoding", "gzip")
                .postYaml("/api/v1/documents", "x")
                .status())
        .isEqualTo(415);
  }

  @Test
  void a_body_that_promises_too_much_is_refused_before_it_comes() throws IOException {
    assertThat(
            raw(
                "POST /api/v1/documents HTTP/1.1\r\nContent-Type: application/yaml\r\nContent-Length: 2147483648\r\n"))
        .startsWith("HTTP/1.1 413");
  }

  @Test
  void another_sites_name_for_this_machine_is_not_answered() throws IOException {
    assertThat(status("GET /healthz HTTP/1.1\r\nHost: evil.example\r\n\r\n")).contains(" 421 ");
    assertThat(status("GET /healthz HTTP/1.1\r\nHost: localhost:7070\r\n\r\n")).contains(" 200 ");
    assertThat(status("GET /healthz HTTP/1.1\r\nHost: [::1]\r\n\r\n")).contains(" 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /../../etc/passwd HTTP/1.1",
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1",
        "GET /assets/..%2f..%2fsecret HTTP/1.1",
        "GET /api/v1/applications/%00 HTTP/1.1",
        "GET /api/v1/applications/a%0d%0aSet-Cookie:x HTTP/1.1",
        "GET /dev/slipway/http/HttpServer.class HTTP/1.1",
        "TRACE / HTTP/1.1",
        "BREW /api/v1/applications HTTP/1.1"
      })
  void hostile_paths_get_a_refusal_and_no_echo(String line) throws IOException {
    String answer = answer(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain(" 500 ", "root:", "Set-Cookie:x", "CAFEBABE");
    assertThat(answer.lines().findFirst().orElseThrow()).containsPattern(" 40[0-9] | 200 | 501 ");
  }

  @Test
  void a_hundred_bodies_that_never_come_leave_room_for_the_next() throws IOException {
    bare().amidUnfinished(100, documents("Content-Length: 1000\r\n"), DoorTest::assertAnswered);
  }

  @Test
  void a_body_that_never_ends_is_hung_up_on() throws IOException {
    bare().afterEndless(documents("Transfer-Encoding: chunked\r\n"), DoorTest::assertAnswered);
  }

  @Test
  void a_body_that_trickles_is_a_408() throws IOException, InterruptedException {
    assertThat(bare().trickled(documents("Content-Length: 1000000\r\n")))
        .startsWith("HTTP/1.1 408");
  }

  private static void assertAnswered() {
    assertThat(house.as(Role.VIEWER).get("/api/v1/whoami").status()).isEqualTo(200);
  }

  private static BareRequest bare() {
    return new BareRequest(house);
  }

  private static String documents(String header) {
    return head("POST /api/v1/documents HTTP/1.1\r\nContent-Type: application/yaml\r\n" + header);
  }

  private static String head(String lines) {
    return lines
        + "Host: localhost\r\nAuthorization: Bearer "
        + House.token(House.OURS, Role.OWNER)
        + "\r\n\r\n";
  }

  private static String raw(String lines) throws IOException {
    return status(head(lines));
  }

  private static String status(String request) throws IOException {
    return bare().status(request);
  }

  private static String answer(String request) throws IOException {
    return bare().answer(request);
  }
}
