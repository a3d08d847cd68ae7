package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.Digest;
import dev.slipway.registry.Gate;
import dev.slipway.registry.RealRegistry;
import dev.slipway.registry.Sample;
import dev.slipway.registry.rebase.Bases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real registry in which the base of a followed image moves, and a gate before it that sees each
 * question. What is pushed as base is found by looking, within the interval.
 */
class FollowedBasesTest {

  private static final Duration SOON = Duration.ofMillis(500);
  private static final String DELIVERIES =
      "/api/v1/applications/shop/environments/staging/deliveries?limit=100";

  @TempDir private Path folder;
  private Path ran;
  private RealRegistry registry;
  private Gate gate;
  private Digest built;
  private String sha = "";

  @BeforeEach
  void open() throws IOException {
    ran = folder.resolve("ran");
    registry = RealRegistry.open(folder.resolve("registry"));
    gate = Gate.before(registry);
    registry.push("base/run", "13", Bases.before());
    built = registry.push("team/shop", "stable", Bases.app(gate.host() + "/base/run"));
  }

  @AfterEach
  void close() {
    gate.close();
    registry.close();
  }

  private Running started() {
    return Running.following(folder.resolve("data"), SOON, gate.host());
  }

  /** The shop was added, and its image delivered on the base that it was built on. */
  private Running delivered() throws IOException {
    Running slipway = started();
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        parameters:
          image: {type: image, from: '%1$s/team/shop:stable', base: '%1$s/base/run:13'}
        services:
          job: {command: './deploy {sha} {params[image]}'}
        route: [staging]
        triggers: [{on: image, parameter: image}]
        """
            .formatted(gate.host()));
    repo.with("deploy", "#!/bin/sh\necho \"$1 $2\" >> " + ran + "\n");
    sha = repo.push("Begin");
    slipway.api().addApplication(repo.url());
    awaitDelivered(slipway, 1);
    return slipway;
  }

  private void awaitDelivered(Running slipway, int number) {
    slipway
        .api()
        .await("shop", "staging", it -> it.path("inForce").path("number").asInt() == number);
  }

  private List<String> ran() throws IOException {
    return Files.readAllLines(ran);
  }

  /** Three more looks at the base, so that whatever follows of one has followed. */
  private void looks(Running slipway) {
    long before = looked();
    Pause.until("three looks at the base", () -> looked() >= before + 3);
    slipway.api().awaitQuiet();
  }

  private long looked() {
    return gate.asked().stream().filter("HEAD /v2/base/run/manifests/13"::equals).count();
  }

  private List<Integer> numbers(Running slipway) {
    return slipway
        .api()
        .get(DELIVERIES)
        .path("items")
        .valueStream()
        .map(it -> it.path("number").asInt())
        .toList();
  }

  private List<String> shas(Running slipway) {
    return slipway
        .api()
        .get(DELIVERIES)
        .path("items")
        .valueStream()
        .map((JsonNode it) -> it.path("sha").asText())
        .distinct()
        .toList();
  }

  @Test
  void a_base_that_moves_is_delivered_once_with_the_commit_that_is_there() throws IOException {
    try (Running slipway = delivered()) {
      assertThat(ran()).containsExactly(sha + " " + gate.host() + "/team/shop:stable@" + built);
      registry.push("base/run", "13", Bases.after());
      awaitDelivered(slipway, 2);
      assertThat(ran()).hasSize(2);
      assertThat(ran().getLast())
          .matches(
              sha
                  + " "
                  + gate.host()
                  + "/team/shop:stable-slipway-[0-9a-f]{12}@sha256:[0-9a-f]{64}")
          .doesNotContain(built.hex());
      looks(slipway);
      assertThat(numbers(slipway)).containsExactly(2, 1);
      assertThat(shas(slipway)).containsExactly(sha);
      assertThat(gate.asked())
          .as("the tag that is followed is left alone")
          .noneMatch(it -> it.startsWith("PUT") && it.endsWith("/manifests/stable"));
    }
  }

  @Test
  void a_base_that_does_not_fit_changes_nothing_and_the_next_that_does_is_delivered()
      throws IOException {
    try (Running slipway = delivered()) {
      registry.push(
          "base/run", "13", Bases.after().label("io.buildpacks.base.distro.version", "14"));
      looks(slipway);
      assertThat(numbers(slipway)).containsExactly(1);
      assertThat(gate.asked()).noneMatch(it -> it.startsWith("PUT"));
      registry.push("base/run", "13", Bases.after());
      awaitDelivered(slipway, 2);
    }
  }

  @Test
  void an_image_that_is_pushed_is_put_onto_the_base_that_is_there() throws IOException {
    try (Running slipway = delivered()) {
      registry.push("base/run", "13", Bases.after());
      awaitDelivered(slipway, 2);
      Sample next = Bases.app(gate.host() + "/base/run").label("maintainer", "somebody else");
      registry.push("team/shop", "stable", next);
      awaitDelivered(slipway, 3);
      assertThat(ran().getLast()).contains(":stable-slipway-").isNotEqualTo(ran().get(1));
    }
  }

  @Test
  void a_server_that_was_away_when_the_base_moved_delivers_it_once_it_is_back() throws IOException {
    delivered().close();
    registry.push("base/run", "13", Bases.after());
    try (Running slipway = started()) {
      awaitDelivered(slipway, 2);
      looks(slipway);
      assertThat(numbers(slipway)).containsExactly(2, 1);
    }
    try (Running slipway = started()) {
      looks(slipway);
      assertThat(numbers(slipway)).containsExactly(2, 1);
    }
  }
}
