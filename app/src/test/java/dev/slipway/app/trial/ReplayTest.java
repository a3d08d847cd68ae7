package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What really went out through a real server is replayed against another document. */
class ReplayTest {

  private static final String WHATIF = "/api/v1/whatif";

  @TempDir private Path folder;

  @Test
  void what_went_out_would_have_waited_for_a_word_and_asking_writes_nothing() {
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"))) {
      Api api = server.api();
      Repo repo = Repo.ofCommand(folder, folder.resolve("ran"));
      api.addApplication(repo.url());
      String sha = repo.push("One");
      api.awaitInForce("shop", "staging", sha);
      api.awaitQuiet();
      JsonNode before = newest(api);

      JsonNode replay = replayed(api, "environment: staging\nguardrails: {approval: {of: 1}}\n");

      assertThat(row(replay, "dev").path("difference").asText()).isEqualTo("same");
      assertThat(row(replay, "staging").path("difference").asText()).isEqualTo("stopped");
      assertThat(row(replay, "staging").path("guardrail").asText()).isEqualTo("approval");
      assertThat(replay.path("rows")).allMatch(row -> row.path("faithful").asBoolean());
      assertThat(newest(api)).isEqualTo(before);
    }
  }

  /** All that ever was, held against a document. */
  private static JsonNode replayed(Api api, String document) {
    ObjectNode asked = JsonNodeFactory.instance.objectNode();
    asked.put("since", InstantSource.system().instant().minus(Duration.ofHours(1)).toString());
    asked.putArray("files").addObject().put("name", "staging.yaml").put("content", document);
    Api.Answer begun = api.post(WHATIF, asked);
    assertThat(begun.status()).as(begun.body()).isEqualTo(202);
    AtomicReference<JsonNode> replay = new AtomicReference<>(begun.json());
    Pause.until(
        "the replay is through",
        () -> {
          replay.set(api.get(WHATIF + "/" + begun.json().path("id").asText()));
          return !replay.get().path("state").asText().equals("running");
        });
    assertThat(replay.get().path("state").asText()).as(replay.toString()).isEqualTo("done");
    return replay.get();
  }

  private static JsonNode row(JsonNode replay, String environment) {
    return replay
        .path("rows")
        .valueStream()
        .filter(row -> row.path("environment").asText().equals(environment))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode newest(Api api) {
    return api.get("/api/v1/activity?limit=1").path("items").path(0).path("position");
  }
}
