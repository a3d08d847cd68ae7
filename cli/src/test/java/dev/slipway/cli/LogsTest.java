package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.cli.show.Terminal;
import dev.slipway.cli.show.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogsTest {

  private StubServer server;

  @BeforeEach
  void start() throws IOException {
    server = new StubServer();
  }

  private void written() {
    server.answer("listLogs", listed(false));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void redirected_a_log_is_given_byte_by_byte() {
    written();
    server.log("a\u001b[31m\r\u0000\n", 0, true);

    Run run = Run.of(server, "logs", "shop/staging#3");

    assertThat(run.out()).isEqualTo("a\u001b[31m\r\u0000\n");
    assertThat(run.exit()).isZero();
    assertThat(server.breaches()).isEmpty();
  }

  @Test
  void a_tail_and_an_offset_are_asked_of_the_server() {
    written();
    server.log("end\n", 100, true);

    assertThat(Run.of(server, "logs", "shop/staging#3", "--tail", "1").out()).isEqualTo("end\n");
    assertThat(Run.of(server, "logs", "shop/staging#3", "--offset", "100").exit()).isZero();
    assertThat(Run.of(server, "logs", "shop/staging#3", "--tail", "1", "--offset", "2").exit())
        .isEqualTo(1);
    assertThat(server.queries()).contains("tail=1", "offset=100");
  }

  @ParameterizedTest
  @CsvSource({"settled,0", "failed,2", "cancelled,1"})
  void following_goes_on_where_it_was_and_ends_with_the_delivery(String state, int exit) {
    written();
    server.answer("getDelivery", delivery("rolling_out"), delivery("rolling_out"), delivery(state));
    server.log("one ", 0, false);
    server.log("two ", 4, false);
    server.log("three", 8, true);
    server.log("", 13, true);

    Run run = Run.of(server, "logs", "shop/staging#3", "-f");

    assertThat(run.out()).isEqualTo("one two three");
    assertThat(run.exit()).isEqualTo(exit);
    assertThat(server.queries()).contains("wait=2", "wait=2&offset=4", "wait=1&offset=8");
    assertThat(server.breaches()).isEmpty();
  }

  @Test
  void who_may_not_follow_any_more_is_told_why() {
    written();
    server.answer("getDelivery", delivery("rolling_out"));
    server.log("one ", 0, false);
    ObjectNode problem = (ObjectNode) Contract.sample("Problem");
    problem.put("code", "access-ended").put("detail", "The credential was revoked.");
    server.refuse("readLog", 403, problem);

    Run run = Run.of(server, "logs", "shop/staging#3", "-f");

    assertThat(run.out()).isEqualTo("one ");
    assertThat(run.err())
        .contains("What was read until now cannot be read any more.", "The credential was revoked.")
        .contains("access-ended");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_log_that_was_removed_is_passed_over_and_says_when() {
    server.answer("listLogs", listed(true));

    Run run = Run.of(server, "logs", "shop/staging#3");

    assertThat(run.err()).contains("was removed on");
    assertThat(server.asked()).doesNotContain("readLog");
    assertThat(Run.of(server, "logs", "shop/staging#3", "--list").out()).contains("removed");
  }

  @Test
  void on_a_terminal_nothing_is_obeyed_but_colours() {
    assertThat(shown(true, "\u001b[1;31mred\u001b[0m\n"))
        .isEqualTo("\u001b[1;31mred\u001b[0m\n\u001b[0m");
    assertThat(shown(false, "\u001b[31mred\n")).isEqualTo("red\n");
    assertThat(shown(true, "safe\r\u001b[2Jforged \u202eevil \u0007\n"))
        .isEqualTo("safe\\u000d\\u001b[2Jforged \\u202eevil \\u0007\n");
    assertThat(shown(true, "\u001b]8;;http://evil\u0007x"))
        .isEqualTo("\\u001b]8;;http://evil\\u0007x");
  }

  @Test
  void what_is_cut_in_two_is_shown_whole() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Transcript transcript = new Transcript(terminal(out, true));
    for (byte one : "é\u001b[32m€\u001b[0m\ud83d\ude80".getBytes(StandardCharsets.UTF_8)) {
      transcript.write(new byte[] {one}, 1);
    }
    transcript.write(new byte[] {(byte) 0xff, (byte) 0xe2}, 2);
    transcript.end();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("é\u001b[32m€\u001b[0m\ud83d\ude80\ufffd\ufffd\u001b[0m");
  }

  private static String shown(boolean colours, String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Transcript transcript = new Transcript(terminal(out, colours));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    transcript.write(bytes, bytes.length);
    transcript.end();
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Terminal terminal(ByteArrayOutputStream out, boolean colours) {
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Terminal(stream, stream, true, colours, false);
  }

  private static ObjectNode listed(boolean removed) {
    ObjectNode page = (ObjectNode) Contract.sample("LogPage");
    page.remove("next");
    if (!removed) {
      page.path("items").forEach(log -> ((ObjectNode) log).remove("removedAt"));
    }
    return page;
  }

  private static ObjectNode delivery(String state) {
    ObjectNode detail = (ObjectNode) Contract.sample("DeliveryDetail");
    ((ObjectNode) detail.path("delivery")).put("state", state);
    return detail;
  }
}
