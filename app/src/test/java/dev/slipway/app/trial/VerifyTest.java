package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agent asks a service by its address, and what does not answer as expected goes back. */
class VerifyTest {

  private static final String DELIVERIES =
      "/api/v1/applications/shop/environments/staging/deliveries/";

  @TempDir private Path folder;

  @AfterEach
  void everything_ends() {
    Leftovers.end(folder);
  }

  @Test
  void what_answers_otherwise_fails_gives_the_traffic_back_and_says_what_it_answered()
      throws IOException {
    ClockworkShop repo = ClockworkShop.in(folder);
    push(repo, "one");
    try (ServerProcess server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0")) {
      Api api = server.api();
      api.addApplication(repo.url());
      api.awaitInForce("shop", "staging", push(repo, "one"));
      URI address = address(api, 1);

      push(repo, "unready");
      api.await("shop", "staging", at -> at.at("/inForce/number").asInt() == 3);
      JsonNode failed = api.get(DELIVERIES + 2).path("delivery");
      assertThat(failed.path("state").asText()).isEqualTo("failed");
      assertThat(failed.at("/because/code").asText()).isEqualTo("verify-failed");
      assertThat(failed.at("/because/sentence").asText())
          .contains("GET /ready was to answer 200 and answered 503.");
      assertThat(address(api, 3)).isEqualTo(address);
      assertThat(ask(address)).isEqualTo("one");

      api.awaitInForce("shop", "staging", push(repo, "two"));
      assertThat(ask(address)).isEqualTo("two");
    }
  }

  private static URI address(Api api, int number) {
    return URI.create(
        api.get(DELIVERIES + number).at("/members/0/instances/0/details/url").asText());
  }

  private static String ask(URI address) throws IOException {
    try (var in = address.resolve("/").toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String push(ClockworkShop repo, String version) {
    return repo.push(
        version,
        """
        health: /healthz
        strategy: {name: blue-green, drain: 1s}
        verify: [{http: /ready, contains: %s, every: 1s, for: 2s}]
        """
            .formatted(version));
  }
}
