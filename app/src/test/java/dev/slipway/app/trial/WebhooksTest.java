package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.app.trial.Recordings.Recording;
import dev.slipway.source.contract.Mutations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a sender with the right secret sends, the server answers, and goes on answering. */
class WebhooksTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final String MAIN = "refs/heads/main";
  private static final String ZERO = "0".repeat(40);

  private static final boolean FULL = Boolean.getBoolean("slipway.full");

  @TempDir private Path folder;

  @Test
  void every_recorded_webhook_is_remembered_with_its_outcome() {
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      Api.Hook hook = api.openHook("github");
      Map<String, String> expected = new LinkedHashMap<>();
      Map<String, String> became = new LinkedHashMap<>();
      for (Recording recording : Recordings.all()) {
        Api.Answer answer =
            api.github(hook, recording.event(), recording.body(), "delivery-" + recording.file());
        assertThat(answer.status()).as(recording.file()).isEqualTo(202);
        expected.put(recording.file(), recording.outcome());
        became.put(recording.file(), answer.json().path("position").asText());
      }
      api.awaitQuiet();
      became.replaceAll((file, position) -> outcome(api, position));
      assertThat(became).isNotEmpty().containsExactlyEntriesOf(expected);
    }
  }

  @Test
  void a_body_that_another_secret_signed_or_that_is_no_webhook_leaves_no_trace() {
    try (Running slipway = Running.start(folder.resolve("data"), NEVER)) {
      Api api = slipway.api();
      Api.Hook hook = api.openHook("github");
      long before = head(api);
      Api.Hook stranger = new Api.Hook(hook.path(), "of-somebody-else");
      for (Recording recording : Recordings.all()) {
        assertThat(api.github(stranger, recording.event(), recording.body(), "stranger").status())
            .as(recording.file())
            .isEqualTo(401);
        assertThat(api.github(hook, "push", recording.body() + "}", "torn").status())
            .as(recording.file())
            .isEqualTo(400);
      }
      assertThat(
              api.github(new Api.Hook("/hooks/github/a-0000000000000000", "x"), "push", "{}", "")
                  .status())
          .isEqualTo(404);
      assertThat(head(api)).isEqualTo(before);
    }
  }

  @Test
  void no_broken_push_is_an_error_of_ours_or_poisons_what_comes_after() throws IOException {
    Repo repo = Repo.ofCommand(folder, folder.resolve("ran"));
    Path data = folder.resolve("data");
    Api.Hook hook;
    try (Running slipway = Running.start(data, NEVER)) {
      Api api = slipway.api();
      api.addApplication(repo.url());
      hook = api.openHook("github");
      sendBroken(api, hook, repo);
      genuine(api, hook, repo, "Still listening");
    }
    try (Running slipway = Running.start(data, NEVER)) {
      slipway.api().awaitQuiet();
      genuine(slipway.api(), hook, repo, "Listening again");
      assertThat(slipway.api().find("/healthz")).isPresent();
    }
  }

  /**
   * A recorded push, told of a repository that is ours, with one field broken each time; each
   * recorded push under {@code slipway.full}.
   */
  private static void sendBroken(Api api, Api.Hook hook, Repo repo) throws IOException {
    for (Recording recording : Recordings.all()) {
      if (recording.event().equals("push")
          && (FULL || recording.file().equals("push.branch-updated.json"))) {
        ObjectNode body = (ObjectNode) Api.JSON.readTree(recording.body());
        body.put("ref", MAIN);
        ((ObjectNode) body.get("repository")).put("clone_url", repo.url());
        Mutations.each(
            body,
            (what, broken) ->
                assertThat(api.github(hook, "push", broken.toString(), "delivery").status())
                    .as("%s with %s", recording.file(), what)
                    .isIn(202, 400));
      }
    }
  }

  private static void genuine(Api api, Api.Hook hook, Repo repo, String message) {
    String sha = repo.push(message);
    assertThat(api.push(hook, repo.url(), MAIN, ZERO, sha, "genuine").status()).isEqualTo(202);
    api.awaitInForce("shop", "staging", sha);
  }

  /** As the table writes it. */
  private static String outcome(Api api, String position) {
    JsonNode event = api.get("/api/v1/events/" + position).path("event");
    JsonNode fact = api.get("/api/v1/entries/" + position).path("payload");
    return switch (event.path("kind").asText()) {
      case "ignored" -> "ignored " + fact.findPath("code").asText();
      case "refsHinted" ->
          "hint "
              + fact.findPath("repository").asText()
              + " "
              + fact.findPath("refs").path(0).asText();
      case "checksHinted" ->
          "checks " + fact.findPath("repository").asText() + " " + fact.findPath("sha").asText();
      default -> event.toString();
    };
  }

  private static long head(Api api) {
    return api.get("/api/v1/activity?limit=1").path("items").path(0).path("position").asLong();
  }
}
