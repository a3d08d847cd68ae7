package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One of two targets is away for three deliveries. They go on without it, say so, and when it is
 * back, with a much older order in its journal, it runs the newest and nothing in between.
 */
class MissedDeliveriesTest {

  private static final String DELIVERIES =
      "/api/v1/applications/shop/environments/staging/deliveries/";

  /** The shortest that may be asked for. */
  private static final Duration ABSENT_AFTER = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private ServerProcess server;
  private Edges edges;
  private Repo repo;

  @BeforeEach
  void start() {
    server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    server
        .api()
        .apply(
            "{environment: staging, rollouts: {absent_after: 1m}}",
            "{target: far, environment: staging}",
            "{target: near, environment: staging}");
    edges = Edges.joined(server, folder, List.of("far", "near"));
    repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          job: {command: './deploy {sha}', timeout: 30s}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """);
    repo.with(
        "deploy",
        """
        #!/bin/sh
        case $PWD in
          %1$s/far/*) echo "$1" >> %1$s/ran-far ;;
          *) echo "$1" >> %1$s/ran-near ;;
        esac
        """
            .formatted(folder));
    repo.push("Begin");
    server.api().addApplication(repo.url());
  }

  @AfterEach
  void stop() {
    edges.close();
    server.close();
  }

  @Test
  void who_was_away_for_three_deliveries_gets_the_newest_alone() throws IOException {
    String first = delivered("First");
    edges.stop("far");
    awaitSilence(ABSENT_AFTER.dividedBy(2));
    awaitSilence(ABSENT_AFTER);
    delivered("Second");
    delivered("Third");
    String fourth = delivered("Fourth");
    JsonNode members = server.api().get(DELIVERIES + number()).path("members");
    assertThat(members.valueStream().map(MissedDeliveriesTest::said))
        .containsExactlyInAnyOrder("far pending", "near converged");

    edges.run("far");
    Pause.until("far to have run the newest", () -> ran("far").contains(fourth));
    server.api().awaitQuiet();
    assertThat(ran("far")).containsExactly(first, fourth);
    assertThat(ran("near")).hasSize(4).endsWith(fourth);
    assertThat(number()).as("the delivery in force").isEqualTo(4);
  }

  private String delivered(String message) {
    String sha = repo.push(message);
    server.api().awaitInForce("shop", "staging", sha);
    return sha;
  }

  private static String said(JsonNode member) {
    return member.path("target").asText() + " " + member.path("outcome").asText();
  }

  private int number() {
    return server.api().placement("shop", "staging").at("/inForce/number").asInt();
  }

  /** Until far was last heard so long ago. */
  private void awaitSilence(Duration time) {
    Pause.until(
        "far to be away for " + time,
        () -> {
          JsonNode far = server.api().get("/api/v1/environments/staging/targets/far");
          Instant heard = Instant.parse(far.at("/agent/lastHeard").asText());
          return heard.plus(time).isBefore(InstantSource.system().instant());
        });
  }

  private List<String> ran(String target) {
    try {
      Path file = folder.resolve("ran-" + target);
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
