package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Traffic is never cut: a real server, its agent, the forwarder, and processes behind it. */
@Timeout(180)
class TrafficTest {

  @TempDir private Path folder;

  @AfterEach
  void everything_ends() {
    Leftovers.end(folder);
  }

  private Repo repository() {
    Repo repo = Repo.in(folder);
    push(repo, "one", "rolling", 2);
    return repo;
  }

  private static String push(Repo repo, String version, String strategy, int replicas) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path classes = Path.of("target", "test-classes").toAbsolutePath();
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web:
            run: %s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp %s %s ${port} %s
            health: {path: /healthz, within: %s}
            replicas: %d
            strategy: {name: %s, drain: 10s}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(
                java,
                classes,
                Clockwork.class.getName(),
                version,
                version.startsWith("bad") ? "2s" : "60s",
                replicas,
                strategy));
    return repo.push(version);
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

  private static void awaitAnswersOf(Visitors visitors, String version) {
    long before = visitors.answersOf(version);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (visitors.answersOf(version) < before + 100) {
      assertThat(System.nanoTime()).as(visitors.told()).isLessThan(end);
      Pause.briefly();
    }
  }

  @Test
  void no_request_is_cut_through_rolling_blue_green_a_bad_version_and_the_way_back() {
    Repo repo = repository();
    try (Running slipway = Running.start(folder.resolve("data"), Duration.ofSeconds(1))) {
      Api api = slipway.api();
      api.addApplication(repo.url());
      api.awaitInForce("shop", "staging", push(repo, "one", "rolling", 2));
      URI address = address(api);
      assertThat(instances(api)).hasSize(2);
      Visitors visitors = new Visitors(address);
      try (visitors) {
        awaitAnswersOf(visitors, "one");

        api.awaitInForce("shop", "staging", push(repo, "two", "rolling", 2));
        awaitAnswersOf(visitors, "two");
        long one = visitors.answersOf("one");

        api.awaitInForce("shop", "staging", push(repo, "three", "blue-green", 2));
        awaitAnswersOf(visitors, "three");

        String bad = push(repo, "bad", "blue-green", 2);
        api.await(
            "shop",
            "staging",
            placement -> placement.path("lastFailure").path("sha").asText().equals(bad));
        long before = visitors.answers() - visitors.answersOf("three");
        awaitAnswersOf(visitors, "three");
        assertThat(visitors.answers() - visitors.answersOf("three")).isEqualTo(before);

        api.awaitInForce("shop", "staging", push(repo, "two", "blue-green", 2));
        awaitAnswersOf(visitors, "two");

        assertThat(visitors.answersOf("one")).isEqualTo(one);
        assertThat(visitors.answersOf("bad")).isZero();
      }
      System.out.println(visitors.told());
      assertThat(visitors.failures()).isEmpty();
      assertThat(address(api)).isEqualTo(address);
    }
  }
}
