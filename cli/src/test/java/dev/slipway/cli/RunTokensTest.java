package dev.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.cli.server.Place;
import dev.slipway.cli.server.RunIdentity;
import dev.slipway.cli.server.RunTokens;
import dev.slipway.cli.server.Server;
import dev.slipway.wire.WireJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of a CI system exchanges what it is given there when it needs to, and no oftener. */
final class RunTokensTest {

  private static final Duration LASTS = Duration.ofMinutes(15);

  @TempDir private Path folder;
  private StubServer slipway;
  private HttpServer actions;
  private int tokensAsked;
  private Instant now = Run.START;

  @BeforeEach
  void start() throws IOException {
    slipway = new StubServer();
    actions = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    actions.createContext(
        "/token",
        asked -> {
          tokensAsked++;
          byte[] body = "{\"value\":\"signed-%d\"}".formatted(tokensAsked).getBytes(UTF_8);
          asked.sendResponseHeaders(200, body.length);
          asked.getResponseBody().write(body);
          asked.close();
        });
    actions.start();
    slipway.answer("exchangeToken", given("first", LASTS), given("second", LASTS.multipliedBy(2)));
  }

  @AfterEach
  void stop() {
    actions.stop(0);
    assertThat(slipway.breaches()).isEmpty();
    slipway.close();
  }

  private static JsonNode given(String secret, Duration until) {
    ObjectNode given = Contract.byId("exchangeToken").sample().orElseThrow().deepCopy();
    return given.put("secret", secret).put("expiresAt", Run.START.plus(until).toString());
  }

  private RunTokens run(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("SLIPWAY_TRUST", "t-1");
    return new RunTokens(RunIdentity.of(variables, WireJson.lenient()).orElseThrow(), () -> now);
  }

  private Server server() {
    Place place = Place.find(Map.of("SLIPWAY_URL", slipway.address()), folder);
    return new Server(place, () -> "key", WireJson.lenient());
  }

  private Map<String, String> github() {
    String url = "http://127.0.0.1:%d/token?api=1".formatted(actions.getAddress().getPort());
    return Map.of("ACTIONS_ID_TOKEN_REQUEST_URL", url, "ACTIONS_ID_TOKEN_REQUEST_TOKEN", "may-ask");
  }

  private List<String> shown() {
    return slipway.bodies().stream().map(body -> body.path("token").asText()).toList();
  }

  @Test
  void it_acts_with_one_until_half_a_minute_before_that_ends_and_then_with_the_next() {
    RunTokens run = run(github());
    assertThat(run.at(server())).isEqualTo("first");
    now = Run.START.plus(LASTS).minusSeconds(31);
    assertThat(run.at(server())).isEqualTo("first");
    now = Run.START.plus(LASTS).minusSeconds(30);
    assertThat(run.at(server())).isEqualTo("second");
    assertThat(shown()).containsExactly("signed-1", "signed-2");
  }

  @Test
  void one_that_is_given_a_single_token_acts_until_that_ends_and_is_told_why_no_longer() {
    RunTokens run = run(Map.of("SLIPWAY_ID_TOKEN", "signed-once"));
    assertThat(run.at(server())).isEqualTo("first");
    now = Run.START.plus(LASTS).minusMillis(1);
    assertThat(run.at(server())).isEqualTo("first");
    now = Run.START.plus(LASTS);
    assertThatThrownBy(() -> run.at(server())).hasMessageContaining("slipway trust add --minutes");
    assertThat(shown()).containsExactly("signed-once");
  }
}
