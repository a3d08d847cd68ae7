package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traffic is never cut: a real server, its agent, the forwarder, and processes behind it. */
class TrafficTest {

  /** How long an instance that gets nothing new may take to end what it has. */
  private static final String DRAIN = "10s";

  private static final int ENOUGH = 100;

  @TempDir private Path folder;

  @AfterEach
  void everything_ends() {
    Leftovers.end(folder);
  }

  /**
   * A bad version is never healthy, so it gets no traffic. One that is half bad has some when its
   * second instance fails.
   */
  @Test
  void no_request_is_cut_through_rolling_blue_green_bad_versions_and_ways_back()
      throws IOException, InterruptedException {
    ClockworkShop repo = ClockworkShop.in(folder);
    push(repo, "one", "rolling");
    try (ServerProcess server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0")) {
      Api api = server.api();
      api.addApplication(repo.url());
      api.awaitInForce("shop", "staging", push(repo, "one", "rolling"));
      URI address = address(api);
      assertThat(instances(api)).hasSize(2);
      Visitors visitors = new Visitors(address);
      try (visitors) {
        settled(visitors, "one");

        visitors.expectAny();
        api.awaitInForce("shop", "staging", push(repo, "two", "rolling"));
        settled(visitors, "two");

        visitors.expectAny();
        String three = push(repo, "three", "blue-green");
        api.awaitInForce("shop", "staging", three);
        settled(visitors, "three");

        push(repo, "bad", "blue-green");
        awaitBackAt(api, 5, three);
        settled(visitors, "three");

        visitors.expectAny();
        push(repo, "half", "rolling");
        awaitBackAt(api, 7, three);
        settled(visitors, "three");
        assertThat(visitors.tally().answersOf("half")).as("the half bad version").isPositive();

        visitors.expectAny();
        api.awaitInForce("shop", "staging", push(repo, "four", "blue-green"));
        settled(visitors, "four");

        visitors.expectAny();
        rollBack(server);
        awaitBackAt(api, 9, three);
        settled(visitors, "three");
      } finally {
        System.out.println(visitors.told() + "; drain deadline " + DRAIN);
      }
      Tally tally = visitors.tally();
      assertThat(tally.failures()).isEmpty();
      assertThat(tally.answers()).as("answers").isEqualTo(tally.sent());
      assertThat(tally.sent() / visitors.seconds())
          .as("requests a second")
          .isGreaterThanOrEqualTo(Visitors.A_SECOND);
      assertThat(tally.connections()).isEqualTo(Visitors.CONNECTIONS);
      assertThat(tally.answersOf("bad")).isZero();
      assertThat(address(api)).isEqualTo(address);
    }
  }

  /** From now on only this version may answer; waits until it has done so for a while. */
  private static void settled(Visitors visitors, String version) {
    visitors.expect(version);
    long before = visitors.tally().answersOf(version);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (visitors.tally().answersOf(version) < before + ENOUGH) {
      assertThat(System.nanoTime()).as(visitors.told()).isLessThan(end);
      Pause.briefly();
    }
  }

  private void rollBack(ServerProcess server) throws IOException, InterruptedException {
    Path log = folder.resolve("rollback.log");
    Process verb = server.client(log, "rollback", "shop/staging");
    assertThat(verb.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(verb.exitValue()).as(Files.readString(log)).isZero();
  }

  private static void awaitBackAt(Api api, int number, String sha) {
    JsonNode back =
        api.await("shop", "staging", at -> at.path("inForce").path("number").asInt() == number);
    assertThat(back.path("inForce").path("sha").asText()).isEqualTo(sha);
  }

  private static String push(ClockworkShop repo, String version, String strategy) {
    return repo.push(
        version,
        """
        health: {path: /healthz, within: %s}
        replicas: 2
        strategy: {name: %s, drain: %s}
        """
            .formatted(version.startsWith("bad") ? "2s" : "20s", strategy, DRAIN));
  }

  private static List<JsonNode> instances(Api api) {
    int number = api.placement("shop", "staging").path("inForce").path("number").asInt();
    JsonNode delivery =
        api.get("/api/v1/applications/shop/environments/staging/deliveries/" + number);
    return delivery.path("members").path(0).path("instances").valueStream().toList();
  }

  private static URI address(Api api) {
    return URI.create(instances(api).getFirst().path("details").path("url").asText());
  }
}
