package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
  private ShopOnABase shop;
  private RealRegistry registry;
  private Gate gate;
  private String sha = "";

  @BeforeEach
  void open() throws IOException {
    ran = folder.resolve("ran");
    shop = ShopOnABase.in(folder);
    registry = shop.registry();
    gate = shop.gate();
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Running started() {
    return Running.following(folder.resolve("data"), SOON, gate.host());
  }

  /** The shop was added, and its image delivered on the base that it was built on. */
  private Running delivered() throws IOException {
    Running slipway = started();
    Repo repo = shop.repository(ran);
    sha = repo.head();
    slipway.api().addApplication(repo.url());
    awaitDelivered(slipway, 1);
    return slipway;
  }

  private static void awaitDelivered(Running slipway, int number) {
    ShopOnABase.awaitDelivered(slipway.api(), number);
  }

  private List<String> ran() throws IOException {
    return Files.readAllLines(ran);
  }

  private void looks(Running slipway) {
    shop.awaitLooks();
    slipway.api().awaitQuiet();
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
      assertThat(ran())
          .containsExactly(sha + " " + gate.host() + "/team/shop:stable@" + shop.built());
      shop.moveBase();
      awaitDelivered(slipway, 2);
      assertThat(ran()).hasSize(2);
      assertThat(ran().getLast())
          .matches(
              sha
                  + " "
                  + gate.host()
                  + "/team/shop:stable-slipway-[0-9a-f]{12}@sha256:[0-9a-f]{64}")
          .doesNotContain(shop.built().hex());
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
      shop.moveBase();
      awaitDelivered(slipway, 2);
    }
  }

  @Test
  void an_image_that_is_pushed_is_put_onto_the_base_that_is_there() throws IOException {
    try (Running slipway = delivered()) {
      shop.moveBase();
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
    shop.moveBase();
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
