package dev.slipway.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What stands at the door of agents, which is not the one of {@link DoorTest} but keeps out the
 * same.
 */
final class AgentDoorTest {

  private static final String SYNC = "/agent/v1/sync";
  private static final String NOTHING =
      "{\"boot\":\"b\",\"sequence\":1,\"reports\":[],\"holding\":{},\"holdMillis\":0}";

  private static House house;
  private static Signed agent;

  @BeforeAll
  static void open() {
    house = new House();
    Place.filled(house);
    agent = Signed.at(house, "production", "local");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {SYNC, "/agent/v1/logs"})
  void nobody_who_does_not_sign_is_heard(String path) {
    Client.Answered refused = house.asNobody().post(path, NOTHING);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.code()).isEqualTo("unauthorized");
    assertThat(refused.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(house.as(Role.ADMIN).post(path, NOTHING).status()).isEqualTo(401);
  }

  @Test
  void answers_and_refusals_have_the_headers_of_all_others() {
    for (Client.Answered answered :
        List.of(agent.sync(NOTHING), house.asNobody().post(SYNC, NOTHING))) {
      assertThat(answered.header("Content-Security-Policy")).contains("default-src 'none'");
      assertThat(answered.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(answered.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answered.header("Server")).isEmpty();
    }
  }

  @Test
  void another_sites_name_for_this_machine_is_not_answered() throws IOException {
    assertThat(status("Content-Length: 0\r\n", "evil.example")).contains(" 421 ");
    assertThat(status("Content-Length: 0\r\n", "localhost:7070")).contains(" 401 ");
  }

  @Test
  void a_body_that_promises_too_much_is_refused_before_it_comes() throws IOException {
    assertThat(status("Content-Length: 2147483648\r\n", "localhost")).contains(" 413 ");
  }

  @Test
  void a_compressed_body_is_a_415() throws IOException {
    assertThat(status("Content-Encoding: gzip\r\nContent-Length: 0\r\n", "localhost"))
        .contains(" 415 ");
  }

  @Test
  void what_is_not_as_described_is_a_400() {
    assertThat(agent.sync("{}").status()).isEqualTo(400);
    assertThat(agent.sync("{" + "[".repeat(100_000)).status()).isEqualTo(400);
  }

  @Test
  void nothing_else_is_there() {
    assertThat(agent.get(SYNC).status()).isEqualTo(404);
    assertThat(house.asNobody().post(SYNC + "/more", NOTHING).status()).isEqualTo(404);
  }

  @Test
  void one_connection_carries_message_after_message() throws IOException {
    try (Socket socket = bare().begun("")) {
      InputStream in = socket.getInputStream();
      for (int i = 0; i < 3; i++) {
        socket
            .getOutputStream()
            .write(head("Content-Length: 2\r\n", "localhost").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(new String(in.readNBytes(12), StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 401");
        assertThat(read(in)).contains("\"unauthorized\"");
      }
    }
  }

  /** Until the end of a problem, which has braces at its ends alone. */
  private static String read(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '}'; next = in.read()) {
      text.append((char) next);
    }
    return text.toString();
  }

  @Test
  void a_hundred_bodies_that_never_come_leave_room_for_the_next() throws IOException {
    bare().amidUnfinished(100, sync("Content-Length: 1000\r\n"), AgentDoorTest::assertAnswered);
  }

  @Test
  void a_body_that_never_ends_is_hung_up_on() throws IOException {
    bare().afterEndless(sync("Transfer-Encoding: chunked\r\n"), AgentDoorTest::assertAnswered);
  }

  @Test
  void a_body_that_trickles_is_a_408() throws IOException, InterruptedException {
    assertThat(bare().trickled(sync("Content-Length: 1000000\r\n"))).startsWith("HTTP/1.1 408");
  }

  private static void assertAnswered() {
    assertThat(agent.sync(NOTHING).status()).isEqualTo(200);
  }

  private static BareRequest bare() {
    return new BareRequest(house);
  }

  private static String sync(String header) {
    return head(header, "localhost");
  }

  private static String status(String header, String host) throws IOException {
    return bare().status(head(header, host));
  }

  private static String head(String header, String host) {
    return "POST "
        + SYNC
        + " HTTP/1.1\r\nContent-Type: application/json\r\n"
        + header
        + "Host: "
        + host
        + "\r\n\r\n";
  }
}
