package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.trial.Recordings.Recording;
import dev.slipway.model.Digest;
import dev.slipway.registry.RealRegistry;
import dev.slipway.registry.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real registry whose images are followed, told of by it or found by looking. */
class FollowedImagesTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMillis(500);

  @TempDir private Path folder;

  /** A server on a registry that is started first, for documents name its address. */
  private record Scene(Running slipway, RealRegistry registry, Path notes)
      implements AutoCloseable {

    Digest push(String tag, String content) {
      return registry.push("team/shop", tag, Sample.of(content));
    }

    Api api() {
      return slipway.api();
    }

    /** Waits until it was written that the image is this one. */
    void awaitMoved(Digest digest) {
      api()
          .awaitList(
              "/api/v1/activity?limit=100",
              items -> items.stream().anyMatch(it -> isMove(it, digest)));
    }

    private static boolean isMove(JsonNode item, Digest digest) {
      return item.path("type").asText().equals("ImageMoved")
          && item.toString().contains("is " + digest.hex().substring(0, 12));
    }

    List<String> ran() throws IOException {
      return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
    }

    String line(String tag, Digest digest) {
      return "staging " + registry.host() + "/team/shop:" + tag + "@" + digest;
    }

    void awaitRan(String line) throws IOException {
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (!ran().contains(line)) {
        assertThat(System.nanoTime()).as("%s was never in %s", line, ran()).isLessThan(end);
        Pause.briefly();
      }
    }

    @Override
    public void close() {
      slipway.close();
      registry.close();
    }
  }

  private Scene scene(RealRegistry registry, Duration poll, String choice, String triggers)
      throws IOException {
    Path ran = folder.resolve("ran");
    Running slipway = Running.following(folder.resolve("data"), poll, registry.host());
    Repo repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml",
        """
        application: shop
        parameters:
          image: {type: image, from: '%s/team/shop%s}
        services:
          job: {command: './deploy {env} {params[image]}'}
        route: [staging]
        triggers: [%s]
        """
            .formatted(registry.host(), choice, triggers));
    repo.with("deploy", "#!/bin/sh\necho \"$1 $2\" >> " + ran + "\n");
    repo.push("Begin");
    slipway.api().addApplication(repo.url());
    return new Scene(slipway, registry, ran);
  }

  @Test
  void five_pushes_of_one_tag_while_a_shipment_waits_and_it_runs_the_image_that_it_pinned()
      throws IOException {
    RealRegistry registry = RealRegistry.open(folder.resolve("registry"));
    try (Scene scene = scene(registry, SOON, ":latest'", "{on: push, branch: main}")) {
      Digest pinned = scene.push("latest", "the first");
      scene.awaitMoved(pinned);
      assertThat(
              scene.slipway().starter().run("lock", "--env", "staging", "--reason", "Wait").exit())
          .isZero();
      assertThat(scene.slipway().starter().run("deploy", "shop", "--to", "staging").exit())
          .isZero();
      Digest last = pinned;
      for (int i = 1; i <= 5; i++) {
        last = scene.push("latest", "push " + i);
      }
      scene.awaitMoved(last);
      assertThat(scene.ran()).isEmpty();
      JsonNode locks = scene.api().get("/api/v1/locks").path("items").path(0);
      assertThat(scene.slipway().starter().run("unlock", locks.path("id").asText()).exit())
          .isZero();
      scene.awaitRan(scene.line("latest", pinned));
      assertThat(scene.ran()).containsExactly(scene.line("latest", pinned));
    }
  }

  @Test
  void what_a_registry_tells_of_ships_at_once_and_no_blob_or_pull_is_news() throws IOException {
    Path shelf = folder.resolve("registry");
    RealRegistry silent = RealRegistry.open(shelf);
    try (Scene scene = scene(silent, NEVER, "', newest: 1.x", "{on: image, parameter: image}")) {
      Api.Hook hook = scene.api().openHook("registry");
      silent.close();
      try (RealRegistry telling = RealRegistry.again(shelf, silent.host(), endpoint(scene, hook))) {
        Digest one = telling.push("team/shop", "1.4.0", Sample.of("one"));
        scene.awaitRan(scene.line("1.4.0", one));
        telling.push("team/shop", "2.0.0", Sample.of("not in the range"));
        Digest two = telling.push("team/shop", "1.5.0", Sample.of("two"));
        scene.awaitRan(scene.line("1.5.0", two));
        assertThat(scene.ran()).containsExactly(scene.line("1.4.0", one), scene.line("1.5.0", two));
      }
    }
  }

  private static String endpoint(Scene scene, Api.Hook hook) {
    return """
    notifications:
      endpoints:
        - {name: slipway, url: '%s', headers: {Authorization: ['Bearer %s']}, timeout: 5s, threshold: 5, backoff: 1s}
    """
        .formatted(scene.slipway().server().address().resolve(hook.path()), hook.secret());
  }

  @Test
  void a_registry_that_was_killed_with_its_notifications_is_caught_up_with_by_looking()
      throws IOException {
    Path shelf = folder.resolve("registry");
    RealRegistry first =
        RealRegistry.open(
            shelf,
            """
            notifications:
              endpoints:
                - {name: slipway, url: 'http://127.0.0.1:9/hooks', timeout: 500ms, threshold: 1, backoff: 60s}
            """);
    try (Scene scene = scene(first, SOON, ":stable'", "{on: image, parameter: image}")) {
      Digest one = scene.push("stable", "one");
      scene.awaitRan(scene.line("stable", one));
      Digest two = scene.push("stable", "two");
      first.close();
      try (RealRegistry second = RealRegistry.again(shelf, first.host(), "")) {
        scene.awaitRan(scene.line("stable", two));
        assertThat(second.host()).isEqualTo(first.host());
      }
      assertThat(scene.ran()).containsExactly(scene.line("stable", one), scene.line("stable", two));
    }
  }

  @Test
  void every_recorded_notification_is_remembered_with_its_outcome() {
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      Api.Hook hook = api.openHook("registry");
      Map<String, String> expected = new LinkedHashMap<>();
      Map<String, String> became = new LinkedHashMap<>();
      for (Recording recording : Recordings.of("registry")) {
        assertThat(send(api, hook.path(), "Bearer another", recording.body()).status())
            .isEqualTo(401);
        Api.Answer answer = send(api, hook.path(), "Bearer " + hook.secret(), recording.body());
        assertThat(answer.status()).as(recording.file()).isEqualTo(202);
        expected.put(recording.file(), recording.outcome());
        became.put(recording.file(), answer.json().path("position").asText());
      }
      api.awaitQuiet();
      became.replaceAll((_, position) -> outcome(api, position));
      assertThat(became).isNotEmpty().containsExactlyEntriesOf(expected);
    }
  }

  private static Api.Answer send(Api api, String path, String authorization, String body) {
    return api.send("POST", path, Map.of("Authorization", authorization), body);
  }

  /** As the table writes it. */
  private static String outcome(Api api, String position) {
    JsonNode fact = api.get("/api/v1/entries/" + position).path("payload");
    return api.get("/api/v1/events/" + position)
            .path("event")
            .path("kind")
            .asText()
            .equals("ignored")
        ? "ignored " + fact.findPath("code").asText()
        : "images " + fact.findPath("repositories").path(0).asText();
  }
}
