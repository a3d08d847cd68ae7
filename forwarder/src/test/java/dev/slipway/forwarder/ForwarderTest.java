package dev.slipway.forwarder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.forwarder.routes.Door;
import dev.slipway.forwarder.routes.Standing;
import dev.slipway.forwarder.routes.Traffic;
import dev.slipway.forwarder.routes.Way;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What passes through the real program. */
@Timeout(60)
final class ForwarderTest extends Street {

  private static final int MEBIBYTE = 1024 * 1024;

  @Test
  void ways_share_requests_exactly_by_their_weights() throws IOException {
    Origin a = origin("a");
    Origin b = origin("b");
    Standing _ = forwarder().route(http(to(a, 90), to(b, 10)));
    List<String> answers = new ArrayList<>();
    Client client = client();
    for (int i = 0; i < 100; i++) {
      answers.add(client.get("/").body());
    }
    assertThat(Collections.frequency(answers, "b")).isEqualTo(10);
    assertThat(Collections.frequency(answers, "a")).isEqualTo(90);
  }

  @Test
  void one_connection_goes_on_while_its_requests_are_switched() throws IOException {
    Origin blue = origin("blue");
    Origin green = origin("green");
    Child forwarder = forwarder();
    Standing _ = forwarder.route(http(to(blue, 100)));
    Client client = client();
    assertThat(client.get("/").body()).isEqualTo("blue");
    Standing _ = forwarder.route(http(to(green, 100), Way.draining(blue.address())));
    assertThat(client.get("/").body()).isEqualTo("green");
  }

  @Test
  void a_draining_way_is_idle_once_its_last_answer_is_given() throws Exception {
    Origin blue = origin("blue");
    Origin green = origin("green");
    Child forwarder = forwarder();
    Standing _ = forwarder.route(http(to(blue, 100)));
    Client slow = client();
    Future<Client.Answer> answer = threads.submit(() -> slow.get("/held"));
    assertThat(blue.held.await(20, TimeUnit.SECONDS)).isTrue();
    Standing switched = forwarder.route(http(to(green, 100), Way.draining(blue.address())));
    assertThat(switched.idle()).isEmpty();
    blue.let.countDown();
    assertThat(answer.get().body()).isEqualTo("blue");
    forwarder.await(
        () -> forwarder.standing().filter(one -> one.idle().contains(blue.address())).isPresent());
  }

  @Test
  void bodies_larger_than_its_memory_pass_both_ways() throws Exception {
    Standing _ = forwarder().route(http(to(origin("a"), 1)));
    int size = 160 * MEBIBYTE;
    Client client = client();
    client.send("POST /echo HTTP/1.1\r\nHost: shop.test\r\nContent-Length: " + size + "\r\n\r\n");
    Future<?> sending =
        threads.submit(() -> {
          for (int i = 0; i < size / MEBIBYTE; i++) {
            client.send("x".repeat(MEBIBYTE));
          }
          return "sent";
        });
    long received = 0;
    byte[] buffer = new byte[MEBIBYTE];
    while (received < size) {
      received += client.in().read(buffer);
    }
    assertThat(sending.get()).isEqualTo("sent");
  }

  @Test
  void what_could_be_read_in_two_ways_is_refused() throws IOException {
    Origin a = origin("a");
    Standing _ = forwarder().route(http(to(a, 1)));
    List<String> doubtful =
        List.of(
            "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "Content-Length: 4\r\nContent-Length: 5\r\n\r\nbody",
            "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
            "Content-Length: +4\r\n\r\nbody",
            "X: y\r\n folded: z\r\n\r\n");
    for (String rest : doubtful) {
      try (Client client = new Client(door)) {
        assertThat(client.say("POST / HTTP/1.1\r\nHost: shop.test\r\n" + rest).status())
            .as(rest)
            .isBetween(400, 501);
      }
    }
    assertThat(a.seen).isEmpty();
  }

  @Test
  void headers_of_one_hop_stay_there_and_the_way_is_told() throws IOException {
    Origin a = origin("a");
    Standing _ = forwarder().route(http(to(a, 1)));
    Client.Answer answer =
        client()
            .say(
                """
                GET /a%2F..%2fb;c?q=%5B1 HTTP/1.1
                Host: shop.test
                Connection: X-Private
                X-Private: 1
                TE: trailers
                X-Forwarded-For: 203.0.113.9
                X-Forwarded-Proto: https
                X-Kept: yes

                """
                    .replace("\n", "\r\n"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(a.paths).containsExactly("/a%2F..%2fb;c?q=%5B1");
    var seen = a.seen.element();
    assertThat(seen).doesNotContainKeys("X-private", "Te");
    assertThat(seen.getFirst("X-Kept")).isEqualTo("yes");
    assertThat(seen.getFirst("Host")).isEqualTo("shop.test");
    assertThat(seen.getFirst("X-Forwarded-For")).isEqualTo("203.0.113.9, 127.0.0.1");
    assertThat(seen.getFirst("X-Forwarded-Proto")).isEqualTo("https");
    assertThat(seen.getFirst("X-Forwarded-Host")).isEqualTo("shop.test");
  }

  @Test
  void a_get_that_reached_nobody_goes_elsewhere_and_a_post_says_so() throws IOException {
    Origin a = origin("a");
    InetSocketAddress nobody = free();
    Standing _ = forwarder().route(http(Way.open(nobody, 50), to(a, 50)));
    Client client = client();
    for (int i = 0; i < 10; i++) {
      assertThat(client.get("/").body()).isEqualTo("a");
    }
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      statuses.add(
          client.say("POST / HTTP/1.1\r\nHost: shop.test\r\nContent-Length: 0\r\n\r\n").status());
    }
    assertThat(statuses).containsExactlyInAnyOrder(200, 200, 502, 502);
  }

  @Test
  void a_door_without_an_open_way_says_that_nobody_is_there() throws IOException {
    Standing _ = forwarder().route(http());
    Client.Answer answer = client().get("/");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void bytes_pass_through_a_plain_door() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress to = (InetSocketAddress) server.getLocalSocketAddress();
      Standing _ =
          forwarder()
              .route(new Door(door, Traffic.TCP, List.of(Way.open(free(), 1), Way.open(to, 1))));
      Future<?> echo =
          threads.submit(() -> {
            for (int i = 0; i < 4; i++) {
              try (var socket = server.accept()) {
                long _ = socket.getInputStream().transferTo(socket.getOutputStream());
              }
            }
            return "done";
          });
      for (int i = 0; i < 4; i++) {
        try (Client client = new Client(door)) {
          client.send("not http\n");
          assertThat(client.in().readNBytes(9)).asString().isEqualTo("not http\n");
        }
      }
      assertThat(echo.get()).isEqualTo("done");
    }
  }

  @Test
  void routes_that_cannot_be_read_leave_the_ones_before_in_force() throws IOException {
    Origin a = origin("a");
    Child forwarder = forwarder();
    Standing _ = forwarder.route(http(to(a, 1)));
    Standing refused = forwarder.write("door nowhere http\n");
    assertThat(refused.problem()).contains("Line 1 has no address and port in numbers.");
    assertThat(client().get("/").body()).isEqualTo("a");
  }
}
