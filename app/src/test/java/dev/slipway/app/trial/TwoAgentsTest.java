package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agents of two environments on one host: each has a forwarder of its own, and its own ports. */
class TwoAgentsTest {

  private static final long SECONDS_MAX = 30;

  @TempDir private Path folder;
  private ServerProcess server;
  private RemoteAgent east;
  private RemoteAgent west;

  @BeforeEach
  void start() {
    server = ServerProcess.start(folder.resolve("data"));
    server
        .api()
        .apply(
            "environment: east",
            "{target: host, environment: east}",
            "environment: west",
            "{target: host, environment: west}");
    east = joined("east");
    west = joined("west");
  }

  private RemoteAgent joined(String environment) {
    Path home = folder.resolve(environment);
    RemoteAgent.joined(server.api(), server.address(), environment, "host", home);
    return RemoteAgent.run(home);
  }

  @AfterEach
  void stop() {
    east.close();
    west.close();
    server.close();
    Leftovers.end(folder);
  }

  @Test
  void neither_takes_the_forwarder_or_an_address_from_the_other() {
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web:
            run: %s
            health: {path: /, within: 60s}
            strategy: {name: blue-green, drain: 2s}
        route: [east, west]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(Shelf.words()));
    repo.push("Begin");
    server.api().addApplication(repo.url());
    String first = delivered(repo.push("First"));
    URI inEast = address("east");
    URI inWest = address("west");
    assertThat(inEast).isNotEqualTo(inWest);

    String second = delivered(repo.push("Second"));
    assertThat(address("east")).isEqualTo(inEast);
    assertThat(address("west")).isEqualTo(inWest);
    assertThat(second).isNotEqualTo(first);
    for (String environment : List.of("east", "west")) {
      Path home = folder.resolve(environment);
      assertThat(Leftovers.under(home.resolve("forwarder"))).as("forwarders").hasSize(1);
      assertThat(Leftovers.under(home)).as("the forwarder and the service").hasSize(2);
    }

    Leftovers.end(folder.resolve("east/forwarder"));
    Shelf.await(inEast, SECONDS_MAX, said -> said.sha().equals(second));
    assertThat(Shelf.ask(inWest)).get().extracting(Shelf.Said::sha).isEqualTo(second);
  }

  private String delivered(String sha) {
    for (String environment : List.of("east", "west")) {
      server.api().awaitInForce("shop", environment, sha);
      Shelf.await(address(environment), SECONDS_MAX, said -> said.sha().equals(sha));
    }
    return sha;
  }

  private URI address(String environment) {
    String path = "/api/v1/applications/shop/environments/" + environment;
    int number = server.api().get(path).at("/inForce/number").asInt();
    JsonNode delivery = server.api().get(path + "/deliveries/" + number);
    return URI.create(delivery.at("/members/0/instances/0/details/url").asText());
  }
}
