package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine whose agent enrolled anew as another one and lost its journal: what it ran before is
 * listed and goes on. An application is removed: that it is still kept is listed too.
 */
class DeviationsTest {

  private static final long SECONDS_MAX = 60;

  @TempDir private Path folder;
  private Running slipway;
  private Path edge;

  @BeforeEach
  void start() {
    slipway = Running.start(folder.resolve("data"), Duration.ofSeconds(1));
    edge = folder.resolve("edge");
  }

  @AfterEach
  void stop() {
    slipway.close();
    Leftovers.end(folder);
  }

  @Test
  void what_is_left_of_an_earlier_enrolment_and_of_a_removed_application_is_listed_untouched()
      throws IOException {
    Api api = slipway.api();
    api.apply("environment: staging", "{target: first, environment: staging}");
    RemoteAgent.joined(api, slipway.server().address(), "staging", "first", edge);
    String sha;
    Shelf.Said before;
    URI address;
    try (RemoteAgent _ = RemoteAgent.run(edge)) {
      sha = delivered(api);
      address = URI.create(instance(api).at("/details/url").asText());
      before = Shelf.await(address, SECONDS_MAX, said -> said.sha().equals(sha));
      assertThat(codes(api, "first")).isEmpty();
      assertThat(target(api, "first").at("/runs/0/since").asText()).isNotBlank();
    }
    Files.delete(edge.resolve("identity.json"));
    Files.delete(edge.resolve("journal"));
    api.apply("{target: second, environment: staging}");
    RemoteAgent.joined(api, slipway.server().address(), "staging", "second", edge);
    try (RemoteAgent _ = RemoteAgent.run(edge)) {
      Pause.until(
          "what nobody ordered is listed",
          () -> codes(api, "second").equals(List.of("nobody-ordered")));
      assertThat(slipway.starter().run("target", "show", "staging", "second").orFail())
          .contains("nobody-ordered: 1 of web of shop, started for staging/first");
      assertThat(slipway.starter().run("target", "list").orFail()).contains("nobody-ordered");
      assertThat(Shelf.await(address, SECONDS_MAX, said -> true)).isEqualTo(before);

      slipway.starter().run("app", "remove", "shop").orFail();
      Pause.until(
          "what is kept of the removed application is listed",
          () -> codes(api, "second").contains("removed"));
    }
  }

  private String delivered(Api api) {
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web: {run: '%s', health: {path: /, within: 30s}}
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(Shelf.words()));
    repo.push("Begin");
    api.addApplication(repo.url());
    String sha = repo.push("First");
    api.awaitInForce("shop", "staging", sha);
    return sha;
  }

  private static JsonNode instance(Api api) {
    int number = api.placement("shop", "staging").at("/inForce/number").asInt();
    String path = "/api/v1/applications/shop/environments/staging/deliveries/" + number;
    return api.get(path).at("/members/0/instances/0");
  }

  private static JsonNode target(Api api, String name) {
    return api.get("/api/v1/environments/staging/targets/" + name);
  }

  private static List<String> codes(Api api, String target) {
    return target(api, target)
        .path("deviations")
        .valueStream()
        .map(one -> one.path("code").asText())
        .toList();
  }
}
