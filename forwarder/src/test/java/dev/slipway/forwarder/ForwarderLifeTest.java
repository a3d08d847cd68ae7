package dev.slipway.forwarder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.forwarder.routes.Routes;
import dev.slipway.forwarder.routes.Standing;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the real program begins, is told, is followed by another, and ends. */
@Timeout(60)
final class ForwarderLifeTest extends Street {

  @Test
  void a_door_that_two_want_belongs_to_the_first_by_name() throws IOException {
    Origin a = origin("a");
    Child forwarder = forwarder();
    forwarder.writeAs("other", new Routes(List.of(http(to(a, 1)))).text());
    assertThat(forwarder.route(http(to(origin("b"), 1))).taken()).containsExactly(door);
    assertThat(client().get("/").body()).isEqualTo("a");
  }

  @Test
  void a_killed_one_is_followed_by_another_at_the_same_address() throws IOException {
    Origin a = origin("a");
    Child first = forwarder();
    Standing _ = first.route(http(to(a, 1)));
    first.close();
    Child _ = forwarder();
    assertThat(client().get("/").body()).isEqualTo("a");
  }

  @Test
  void another_takes_over_and_no_request_notices() throws Exception {
    Origin a = origin("a");
    Child first = forwarder();
    Standing _ = first.route(http(to(a, 1)));
    Client kept = client();
    assertThat(kept.get("/").body()).isEqualTo("a");
    Client slow = client();
    Future<Client.Answer> answer = threads.submit(() -> slow.get("/held"));
    assertThat(a.held.await(20, TimeUnit.SECONDS)).isTrue();
    Child second = forwarder();
    first.term();
    Client.Answer last = kept.get("/");
    while (!last.headers().containsKey("Connection")) {
      last = kept.get("/");
    }
    assertThat(last.headers()).containsEntry("Connection", "close");
    for (int i = 0; i < 50; i++) {
      try (Client fresh = new Client(door)) {
        assertThat(fresh.get("/").body()).isEqualTo("a");
      }
    }
    assertThat(first.isAlive()).isTrue();
    a.let.countDown();
    assertThat(answer.get().status()).isEqualTo(200);
    assertThat(first.endsWithin(20)).isTrue();
    assertThat(second.isAlive()).isTrue();
  }

  @Test
  void a_door_that_somebody_else_has_is_told_and_opened_later() throws IOException {
    Origin a = origin("a");
    Child forwarder = forwarder();
    try (ServerSocket squatter = new ServerSocket(door.getPort(), 1, door.getAddress())) {
      assertThat(squatter.isBound()).isTrue();
      assertThat(forwarder.route(http(to(a, 1))).taken()).containsExactly(door);
    }
    forwarder.await(() -> forwarder.standing().filter(one -> one.taken().isEmpty()).isPresent());
    assertThat(client().get("/").body()).isEqualTo("a");
  }

  @Test
  void it_ends_when_its_folder_is_gone() throws Exception {
    Child forwarder = forwarder();
    Standing _ = forwarder.route(http());
    Files.delete(folder.resolve("routes/shop"));
    Files.delete(folder.resolve("routes"));
    assertThat(forwarder.endsWithin(20)).isTrue();
    assertThatThrownBy(this::client).isInstanceOf(ConnectException.class);
  }
}
