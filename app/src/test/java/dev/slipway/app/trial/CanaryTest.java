package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A canary of real processes behind a real forwarder, with a time and a person's word. */
class CanaryTest {

  private static final Duration TIME = Duration.ofSeconds(3);
  private static final String DELIVERIES =
      "/api/v1/applications/shop/environments/staging/deliveries/";

  @TempDir private Path folder;

  @AfterEach
  void everything_ends() {
    Leftovers.end(folder);
  }

  @Test
  void it_has_its_share_waits_for_a_word_and_goes_on_or_back_and_what_dies_there_goes_back() {
    Repo repo = Repo.in(folder.resolve("repo"));
    push(repo, "zero");
    try (ServerProcess server = ServerProcess.at(folder.resolve("data"), "127.0.0.1:0")) {
      Api api = server.api();
      api.apply("environment: staging", "{target: local, environment: staging, local: true}");
      api.addApplication(repo.url());
      api.awaitInForce("shop", "staging", push(repo, "one"));
      URI address =
          URI.create(api.get(DELIVERIES + 1).at("/members/0/instances/0/details/url").asText());
      assertThat(answers(address)).containsOnly("one");

      String two = push(repo, "two");
      awaitUnmet(api, "step");
      awaitUnmet(api, "decision");
      assertThat(answers(address)).filteredOn("two"::equals).hasSizeBetween(5, 15);
      assertThat(answers(address)).contains("one");
      assertThat(api.get("/api/v1/applications/shop/environments/staging/why").at("/unmet/0/ways"))
          .extracting(way -> way.path("command").asText())
          .containsExactly("slipway continue shop/staging#2", "slipway cancel shop/staging#2");
      post(api, 2, "continue");
      api.awaitInForce("shop", "staging", two);
      assertThat(answers(address)).containsOnly("two");

      push(repo, "three");
      awaitUnmet(api, "decision");
      post(api, 3, "cancel");
      awaitState(api, 3, "cancelled");
      assertThat(answers(address)).containsOnly("two");

      push(repo, "brief");
      Pause.until(
          "the brief one to die of being asked, and #4 to fail",
          () -> !ask(address).isEmpty() && isIn(api, 4, "failed"));
      assertThat(api.get(DELIVERIES + 4).at("/delivery/because/code").asText())
          .isIn("unhealthy-at-step", "not-healthy", "process-gone");
      Pause.until(
          "the one before to have all traffic",
          () -> answers(address).stream().allMatch("two"::equals));
      assertThat(api.placement("shop", "staging").at("/inForce/sha").asText()).isEqualTo(two);
    }
  }

  private static void post(Api api, int number, String verb) {
    Api.Answer answer =
        api.post(DELIVERIES + number + "/" + verb, JsonNodeFactory.instance.objectNode());
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  private static void awaitUnmet(Api api, String what) {
    Pause.until(
        "it to wait for its " + what,
        () -> {
          JsonNode why = api.get("/api/v1/applications/shop/environments/staging/why");
          return why.at("/unmet/0/what").asText().equals(what);
        });
  }

  private static void awaitState(Api api, int number, String state) {
    Pause.until("#" + number + " to be " + state, () -> isIn(api, number, state));
  }

  private static boolean isIn(Api api, int number, String state) {
    return api.find(DELIVERIES + number)
        .filter(detail -> detail.at("/delivery/state").asText().equals(state))
        .isPresent();
  }

  /** What so many strangers get, each over a connection of its own. */
  private static List<String> answers(URI address) {
    return IntStream.range(0, 20).mapToObj(_ -> ask(address)).toList();
  }

  private static String ask(URI address) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    } catch (IOException between) {
      return "";
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private String push(Repo repo, String version) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path classes = Path.of("target", "test-classes").toAbsolutePath();
    repo.with(
        "slipway.yaml",
        """
        application: shop
        services:
          web:
            run: %s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx64m -cp %s %s ${port} %s %s
            health: /healthz
            replicas: 2
            strategy:
              name: canary
              drain: 1s
              steps: [{weight: 20, for: %ds}, {weight: 50, decision: true}, {weight: 100}]
        route: [staging]
        triggers:
          - {on: push, branch: main}
        """
            .formatted(
                java,
                classes,
                Clockwork.class.getName(),
                version,
                folder.resolve("first"),
                TIME.toSeconds()));
    return repo.push(version);
  }
}
