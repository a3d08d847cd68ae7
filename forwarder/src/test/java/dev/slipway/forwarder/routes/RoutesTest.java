package dev.slipway.forwarder.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutesTest {

  private static InetSocketAddress at(String host, int port) {
    return new InetSocketAddress(InetAddress.ofLiteral(host), port);
  }

  @Test
  void routes_come_back_from_their_text() throws Malformed {
    Routes routes =
        new Routes(
            List.of(
                new Door(
                    at("127.0.0.1", 8080),
                    Traffic.HTTP,
                    List.of(
                        Way.open(at("127.0.0.1", 40_001), 90),
                        Way.draining(at("127.0.0.1", 40_000)))),
                new Door(at("::1", 5432), Traffic.TCP, List.of())));
    assertThat(Routes.parse(routes.text())).isEqualTo(routes);
  }

  @Test
  void a_standing_comes_back_from_its_text() {
    Standing standing =
        new Standing(
            "abc",
            Optional.of("Line 1 is neither a door nor a way."),
            List.of(at("127.0.0.1", 80)),
            List.of(at("127.0.0.1", 81)));
    assertThat(Standing.parse(standing.text())).isEqualTo(standing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "to 127.0.0.1:1 1",
        "door localhost:80 http",
        "door 127.0.0.1:0 http",
        "door 127.0.0.1:65536 http",
        "door 127.0.0.1:80 gopher",
        "door 127.0.0.1:80",
        "door 127.0.0.1:80 http\nto 127.0.0.1:1 -1",
        "door 127.0.0.1:80 http\nto 127.0.0.1:1 1000001",
        "door 127.0.0.1:80 http\nto 127.0.0.1:1 1 1",
        "\u0000"
      })
  void anything_else_is_refused_with_its_line(String text) {
    assertThatThrownBy(() -> Routes.parse(text))
        .isInstanceOfSatisfying(Malformed.class, e -> assertThat(e.sentence()).startsWith("Line "));
  }
}
