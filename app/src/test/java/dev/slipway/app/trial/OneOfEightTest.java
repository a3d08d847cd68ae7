package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Eight targets, each with a real agent in a process of its own, one of which stands still. New
 * code on seven of eight servers is no delivery: it is stuck, says which one, and is not called
 * done before that one has it too.
 */
class OneOfEightTest {

  private static final int TARGETS = 8;
  private static final String DELIVERIES =
      "/api/v1/applications/shop/environments/staging/deliveries/";

  @TempDir private Path folder;

  private ServerProcess server;
  private Edges edges;
  private Repo repo;

  @BeforeEach
  void start() {
    server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0");
    List<String> documents = new ArrayList<>(List.of("{environment: staging, silent_after: 1s}"));
    names().forEach(name -> documents.add("{target: %s, environment: staging}".formatted(name)));
    server.api().apply(documents.toArray(String[]::new));
    edges = Edges.joined(server, folder, names());
    repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          worker: {run: ./worker, timeout: 10s}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """);
    repo.with("worker", "#!/bin/sh\nexec sleep 3600\n");
    repo.push("Begin");
    server.api().addApplication(repo.url());
  }

  @AfterEach
  void stop() {
    edges.close();
    server.close();
    Leftovers.end(folder);
  }

  private static List<String> names() {
    return IntStream.rangeClosed(1, TARGETS).mapToObj(n -> "edge-" + n).toList();
  }

  @Test
  void one_that_stands_still_keeps_a_delivery_from_being_called_done() {
    Api api = server.api();
    String one = repo.push("One");
    api.awaitInForce("shop", "staging", one);
    edges.signal("STOP", "edge-8");

    String two = repo.push("Two");
    JsonNode stuck =
        api.await("shop", "staging", it -> it.at("/active/state").asText().equals("stuck"));
    assertThat(stuck.at("/active/sha").asText()).isEqualTo(two);
    assertThat(stuck.at("/active/because/code").asText()).isEqualTo("silent");
    assertThat(stuck.at("/active/because/sentence").asText())
        .contains("edge-8")
        .doesNotContain("edge-7");
    assertThat(stuck.at("/inForce/sha").asText()).isEqualTo(one);

    edges.signal("CONT", "edge-8");
    JsonNode settled = api.awaitInForce("shop", "staging", two);
    JsonNode members = api.get(DELIVERIES + settled.at("/inForce/number").asInt()).path("members");
    assertThat(members.size()).isEqualTo(TARGETS);
    Set<String> releases = new HashSet<>();
    for (JsonNode member : members) {
      assertThat(member.path("outcome").asText()).isEqualTo("converged");
      member.path("instances").forEach(instance -> releases.add(instance.path("release").asText()));
    }
    assertThat(releases).as("what the eight run").hasSize(1);
  }
}
