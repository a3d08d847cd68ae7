package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.trial.Recordings.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What GitLab, Gitea and Forgejo tell of becomes what GitHub's news becomes. */
class HostsTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final String MAIN = "refs/heads/main";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Host.class)
  void a_push_that_is_told_of_ships_and_told_again_is_no_news(Host host) throws IOException {
    Path ran = folder.resolve("ran");
    Repo repo = Repo.ofCommand(folder, ran);
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      api.addApplication(repo.url());
      Api.Hook hook = api.openHook(host.kind());
      String sha = repo.push("News");
      String body = host.push(repo.url(), MAIN, sha);
      Api.Answer first = host.send(api, hook, host.pushEvent(), body, "one");
      assertThat(first.status()).isEqualTo(202);
      api.awaitInForce("shop", "staging", sha);
      api.awaitQuiet();
      long head = head(api);

      Api.Answer again = host.send(api, hook, host.pushEvent(), body, "one");

      assertThat(again.status()).isEqualTo(202);
      assertThat(again.json().path("position")).isEqualTo(first.json().path("position"));
      assertThat(head(api)).isEqualTo(head);
      assertThat(host.send(api, hook, host.pushEvent(), body, "two").status()).isEqualTo(202);
      api.awaitQuiet();
      assertThat(api.shipped("shop")).containsExactly(sha);
      assertThat(Files.readAllLines(ran)).containsExactly("dev " + sha, "staging " + sha);
    }
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void what_another_secret_proves_or_is_no_webhook_leaves_no_trace(Host host) {
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      Api.Hook hook = api.openHook(host.kind());
      Api.Hook stranger = new Api.Hook(hook.path(), api.openHook("gitlab").secret());
      long before = head(api);
      for (Recording recording : Recordings.of(host.kind())) {
        assertThat(host.send(api, stranger, recording.event(), recording.body(), "s").status())
            .as(recording.file())
            .isEqualTo(401);
        assertThat(host.send(api, hook, host.pushEvent(), recording.body() + "}", "torn").status())
            .as(recording.file())
            .isEqualTo(400);
      }
      assertThat(head(api)).isEqualTo(before);
      assertThat(turnedAway(api, hook)).isEqualTo(2 * Recordings.of(host.kind()).size());
    }
  }

  @ParameterizedTest
  @EnumSource(Host.class)
  void every_recorded_webhook_is_remembered_with_its_outcome(Host host) {
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      Api.Hook hook = api.openHook(host.kind());
      Map<String, String> expected = new LinkedHashMap<>();
      Map<String, String> became = new LinkedHashMap<>();
      for (Recording recording : Recordings.of(host.kind())) {
        Api.Answer answer =
            host.send(api, hook, recording.event(), recording.body(), recording.file());
        assertThat(answer.status()).as(recording.file()).isEqualTo(202);
        expected.put(recording.file(), recording.outcome());
        became.put(recording.file(), answer.json().path("position").asText());
      }
      api.awaitQuiet();
      became.replaceAll((_, position) -> outcome(api, position));
      assertThat(became).isNotEmpty().containsExactlyEntriesOf(expected);
    }
  }

  @Test
  void a_secret_for_gitlab_is_one_that_it_takes_as_a_signing_token() {
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      String secret = slipway.api().openHook("gitlab").secret();
      assertThat(secret).startsWith("whsec_");
      assertThat(Base64.getDecoder().decode(secret.substring("whsec_".length()))).hasSize(32);
    }
  }

  private static int turnedAway(Api api, Api.Hook hook) {
    return api.get("/api/v1/hooks")
        .path("items")
        .valueStream()
        .filter(one -> one.path("path").asText().equals(hook.path()))
        .mapToInt(one -> one.path("turnedAway").path("times").asInt())
        .sum();
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
        : "hint "
            + fact.findPath("repository").asText()
            + " "
            + fact.findPath("refs").path(0).asText();
  }

  private static long head(Api api) {
    return api.get("/api/v1/activity?limit=1").path("items").path(0).path("position").asLong();
  }
}
