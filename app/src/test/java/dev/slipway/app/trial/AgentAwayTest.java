package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agent in a process of its own, and a server that it does not reach for a while. A minute away
 * is four of the longest waits between two askings; the agents here wait a second at most, so four
 * seconds are as long to them.
 */
class AgentAwayTest {

  private static final Duration AWAY = Duration.ofSeconds(4);
  private static final long SECONDS_MAX = 30;

  @TempDir private Path folder;
  private ServerProcess server;
  private Relay relay;
  private RemoteAgent agent;
  private Repo repo;
  private Path edge;

  @BeforeEach
  void start() {
    server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    relay = new Relay(server.address());
    edge = folder.resolve("edge");
    server
        .api()
        .apply(
            "{environment: staging, rollouts: {at_once: all}}",
            "{target: edge, environment: staging}",
            "{target: near, environment: staging, local: true}");
    RemoteAgent.joined(server.api(), relay.address(), "staging", "edge", edge);
    agent = RemoteAgent.run(edge);
    repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web:
            run: %s
            health: {path: /, within: 60s}
            strategy: recreate
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(Shelf.words()));
    repo.push("Begin");
    server.api().addApplication(repo.url());
  }

  @AfterEach
  void stop() {
    agent.close();
    relay.close();
    server.close();
    Leftovers.end(folder);
  }

  @Test
  void while_the_server_is_down_a_killed_service_is_back_in_seconds_at_the_same_address()
      throws InterruptedException {
    String sha = delivered("First");
    URI address = address("edge");
    Shelf.Said before = Shelf.await(address, SECONDS_MAX, said -> said.sha().equals(sha));
    String listened = server.address().getAuthority();
    server.kill();
    long began = System.nanoTime();
    Java.signal("KILL", before.pid());
    Shelf.Said after = Shelf.await(address, 10, said -> said.pid() != before.pid());
    System.out.println(
        "a killed service answered again after "
            + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)
            + " ms, with the server down");
    assertThat(after.sha()).isEqualTo(sha);
    Pause.of(
        Math.max(0, AWAY.toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
    assertThat(server.isAlive()).isFalse();
    assertThat(agent.isAlive()).isTrue();
    server = ServerProcess.at(folder.resolve("data"), listened);
    String next = delivered("Next");
    Shelf.await(address("edge"), SECONDS_MAX, said -> said.sha().equals(next));
  }

  @Test
  void a_delivery_made_elsewhere_meanwhile_is_taken_up_at_reconnect() {
    String first = delivered("First");
    URI away = address("edge");
    relay.cut();
    String sha = repo.push("While it was away");
    awaitConverged("near", sha);
    assertThat(Shelf.await(away, SECONDS_MAX, said -> true).sha()).isEqualTo(first);
    relay.mend();
    server.api().awaitInForce("shop", "staging", sha);
    Shelf.await(address("edge"), SECONDS_MAX, said -> said.sha().equals(sha));
  }

  @Test
  void an_older_order_of_the_same_server_is_refused_and_the_refusal_recorded() {
    delivered("First");
    List<String> old = relay.orders();
    String sha = delivered("Second");
    assertThat(old).isNotEmpty();
    relay.bringAgain(old.getLast());
    server
        .api()
        .awaitList(
            "/api/v1/activity?limit=100",
            entries -> entries.stream().anyMatch(it -> it.toString().contains("fence-too-low")));
    assertThat(Shelf.await(address("edge"), SECONDS_MAX, said -> true).sha()).isEqualTo(sha);
    JsonNode placement = server.api().placement("shop", "staging");
    assertThat(placement.at("/inForce/sha").asText()).isEqualTo(sha);
    String third = delivered("Third, with the old one still coming");
    Shelf.await(address("edge"), SECONDS_MAX, said -> said.sha().equals(third));
  }

  @Test
  void an_agent_that_slept_through_a_delivery_wakes_up_to_the_newest() {
    String first = delivered("First");
    URI address = address("edge");
    Java.signal("STOP", agent.pid());
    try {
      String sha = repo.push("While it slept");
      awaitConverged("near", sha);
      assertThat(Shelf.await(address, SECONDS_MAX, said -> true).sha()).isEqualTo(first);
      Java.signal("CONT", agent.pid());
      server.api().awaitInForce("shop", "staging", sha);
      Shelf.await(address("edge"), SECONDS_MAX, said -> said.sha().equals(sha));
    } finally {
      Java.signal("CONT", agent.pid());
    }
  }

  private String delivered(String message) {
    String sha = repo.push(message);
    server.api().awaitInForce("shop", "staging", sha);
    return sha;
  }

  /** Waits until a target has what is on its way; nobody asks its service meanwhile. */
  private void awaitConverged(String target, String sha) {
    server.api().await("shop", "staging", it -> it.at("/active/sha").asText().equals(sha));
    Pause.until(
        target + " has " + sha, () -> member(target).path("outcome").asText().equals("converged"));
  }

  /** Where the service of a target answers, by the newest delivery. */
  private URI address(String target) {
    return URI.create(member(target).at("/instances/0/details/url").asText());
  }

  private JsonNode member(String target) {
    String deliveries = "/api/v1/applications/shop/environments/staging/deliveries";
    JsonNode newest = server.api().get(deliveries + "?limit=1").at("/items/0");
    JsonNode detail = server.api().get(deliveries + "/" + newest.path("number").asInt());
    return detail
        .path("members")
        .valueStream()
        .filter(member -> member.path("target").asText().equals(target))
        .findFirst()
        .orElseThrow(() -> new AssertionError(detail.toString()));
  }
}
