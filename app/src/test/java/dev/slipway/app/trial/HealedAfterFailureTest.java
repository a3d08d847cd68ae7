package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A delivery fails and nobody gives another order: what serves then is looked after as before. A
 * process that is killed comes back at its address by itself.
 */
class HealedAfterFailureTest {

  private static final long SECONDS_MAX = 60;

  @TempDir private Path folder;
  private Running slipway;
  private Repo repo;

  @BeforeEach
  void start() {
    slipway = Running.start(folder.resolve("data"), Duration.ofSeconds(1));
    repo = Repo.in(folder.resolve("repo"));
  }

  @AfterEach
  void stop() {
    slipway.close();
    Leftovers.end(folder);
  }

  /** With {@code recreate} the old release is down for a while, and comes back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: rolling, drain: 1s} | true",
        "{name: blue-green, drain: 1s} | true",
        "recreate | false"
      })
  void what_serves_after_a_failure_comes_back_when_it_dies(String strategy, boolean stays) {
    push("Begin", strategy, Shelf.words());
    slipway.api().addApplication(repo.url());
    String good = push("Good", strategy, Shelf.words());
    slipway.api().awaitInForce("shop", "staging", good);
    URI address = URI.create(instances().path(0).at("/details/url").asText());
    Shelf.Said before = Shelf.await(address, SECONDS_MAX, it -> it.sha().equals(good));

    String bad = push("Bad", strategy, "/bin/false");
    JsonNode halted =
        slipway
            .api()
            .await("shop", "staging", at -> at.at("/lastFailure/sha").asText().equals(bad));
    assertThat(halted.at("/inForce/sha").asText()).isEqualTo(good);
    Shelf.Said kept = Shelf.await(address, SECONDS_MAX, it -> it.sha().equals(good));
    assertThat(kept.pid() == before.pid()).as("the process of before serves").isEqualTo(stays);

    for (int n = 1; n <= 2; n++) {
      Shelf.Said dead = Shelf.await(address, SECONDS_MAX, it -> it.sha().equals(good));
      assertThat(ProcessHandle.of(dead.pid()).orElseThrow().destroyForcibly()).isTrue();
      Shelf.Said healed = Shelf.await(address, SECONDS_MAX, it -> it.pid() != dead.pid());
      assertThat(healed.sha()).as("death %d", n).isEqualTo(good);
    }
    String fixed = push("Fixed", strategy, Shelf.words());
    slipway.api().awaitInForce("shop", "staging", fixed);
    Shelf.await(address, SECONDS_MAX, it -> it.sha().equals(fixed));
  }

  private String push(String message, String strategy, String run) {
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web:
            run: %s
            health: {path: /, within: 30s}
            strategy: %s
        route: [staging]
        on_failure: halt
        triggers:
          - {on: push, branch: main}
        """
            .formatted(run, strategy));
    return repo.push(message);
  }

  private JsonNode instances() {
    int number = slipway.api().placement("shop", "staging").at("/inForce/number").asInt();
    String path = "/api/v1/applications/shop/environments/staging/deliveries/" + number;
    return slipway.api().get(path).at("/members/0/instances");
  }
}
