package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two applications of real processes are delivered as one, the shop after billing: one that fails
 * takes the other back, and a person takes back both, in reverse.
 */
class SetTest {

  @TempDir private Path folder;
  private final Map<String, Repo> repos = new LinkedHashMap<>();
  private Running slipway;

  @BeforeEach
  void start() {
    slipway = Running.start(folder.resolve("data"), Duration.ofSeconds(1));
  }

  @AfterEach
  void stop() {
    slipway.close();
    Leftovers.end(folder);
  }

  @Test
  void both_arrive_in_order_one_that_fails_takes_the_other_back_and_a_person_takes_back_both() {
    Api api = slipway.api();
    push("billing", Shelf.words(), "");
    push("shop", Shelf.words(), "needs: [{application: billing}]");
    repos.values().forEach(repo -> api.addApplication(repo.url()));

    String first = ship("--to", "staging");
    awaitState(first, "settled");
    assertThat(startedBefore("billing", 1, "shop", 1)).isTrue();

    push("billing", Shelf.words(), "");
    push("shop", "/bin/false", "needs: [{application: billing}]");
    String second = ship("--to", "staging", "--on-failure", "rollback");
    awaitState(second, "failed");
    awaitInForce("billing", 3);
    assertThat(api.placement("shop", "staging").at("/inForce/number").asInt()).isEqualTo(1);
    assertThat(back(second).path("possible").asBoolean())
        .as("billing went back already, so the set has nothing more to take back")
        .isFalse();

    push("billing", Shelf.words(), "");
    push("shop", Shelf.words(), "needs: [{application: billing}]");
    String third = ship("--to", "staging");
    awaitState(third, "settled");
    assertThat(back(third).path("possible").asBoolean()).isTrue();
    slipway.starter().run("rollback", "--set", third).orFail();
    awaitInForce("shop", 4);
    awaitInForce("billing", 5);
    assertThat(startedBefore("shop", 4, "billing", 5)).isTrue();
  }

  private String ship(String... options) {
    String[] line = new String[options.length + 5];
    System.arraycopy(new String[] {"ship", "shop", "billing"}, 0, line, 0, 3);
    System.arraycopy(options, 0, line, 3, options.length);
    line[line.length - 2] = "--output";
    line[line.length - 1] = "json";
    return read(slipway.starter().run(line).orFail()).path("set").asText();
  }

  private static JsonNode read(String json) {
    return new Api.Answer(200, json).json();
  }

  private JsonNode back(String set) {
    return slipway.api().get("/api/v1/sets/" + set + "/rollback");
  }

  private void awaitState(String set, String state) {
    slipway
        .api()
        .awaitList(
            "/api/v1/sets",
            sets ->
                sets.stream()
                    .filter(one -> one.path("id").asText().equals(set))
                    .anyMatch(one -> one.path("state").asText().equals(state)));
  }

  private void awaitInForce(String application, int number) {
    slipway.api().await(application, "staging", at -> at.at("/inForce/number").asInt() == number);
  }

  /** Whether the first had settled before the other one was begun. */
  private boolean startedBefore(String first, int number, String other, int otherNumber) {
    return position(first, number, "RolloutSettled")
        < position(other, otherNumber, "RolloutStarted");
  }

  private long position(String application, int number, String type) {
    String path =
        "/api/v1/applications/%s/environments/staging/deliveries/%d".formatted(application, number);
    List<JsonNode> timeline = slipway.api().get(path).path("timeline").valueStream().toList();
    return timeline.stream()
        .filter(entry -> entry.path("type").asText().equals(type))
        .mapToLong(entry -> entry.path("position").asLong())
        .findFirst()
        .orElseThrow();
  }

  private void push(String name, String run, String more) {
    Repo repo = repos.computeIfAbsent(name, each -> Repo.in(folder.resolve(each)));
    repo.with(
        "slipway.yaml",
        """
        application: %s
        services:
          web:
            run: %s
            health: {path: /, within: 20s}
            strategy: {name: blue-green, drain: 1s}
        route: [staging]
        on_failure: halt
        %s
        """
            .formatted(name, run, more.isEmpty() ? "# nothing more" : more));
    repo.push("Release");
  }
}
