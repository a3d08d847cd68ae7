package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A runtime of two shell scripts, which keep a file: a real server and its agent run them. */
class ExternalTest {

  private static final String DELIVERIES =
      "/api/v1/applications/shop/environments/staging/deliveries/";

  @TempDir private Path folder;
  private Running slipway;
  private Api api;
  private Repo repo;

  @BeforeEach
  void start() {
    slipway = Running.start(folder.resolve("data"), Duration.ofSeconds(1));
    api = slipway.api();
    repo = Repo.in(folder.resolve("repo"));
    repo.with(
        "slipway.yaml", document("external: {fetch: './fetch {sha}', apply: './apply {sha}'}"));
    repo.with("apply", apply());
    repo.with("fetch", fetch(""));
    repo.push("Begin");
    api.addApplication(repo.url());
  }

  @AfterEach
  void stop() {
    slipway.close();
  }

  @Test
  void what_the_scripts_keep_is_told_healed_and_taken_away_again() throws IOException {
    String sha =
        delivered(
            "echo '{\"objects\": [{\"name\": \"file\", \"health\": \"healthy\","
                + " \"details\": {\"at\": \"here\"}}]}'");
    assertThat(kept()).hasContent(sha);
    assertThat(instance().path("instance").asText()).isEqualTo("file");
    assertThat(instance().path("health").asText()).isEqualTo("healthy");
    assertThat(instance().at("/details/at").asText()).isEqualTo("here");
    assertThat(applied()).containsExactly("present " + sha);

    Files.delete(kept());
    Pause.until("what was taken away is back", () -> Files.exists(kept()) && applied().size() == 2);
    assertThat(kept()).hasContent(sha);

    repo.with("slipway.yaml", document("command: 'true'"));
    String gone = repo.push("Without it");
    api.awaitInForce("shop", "staging", gone);
    assertThat(kept()).doesNotExist();
    assertThat(applied()).last().isEqualTo("gone");
  }

  @Test
  void without_objects_its_health_is_unknown_and_what_is_so_already_is_not_applied() {
    String sha = delivered("");
    assertThat(instance().path("instance").asText()).isEqualTo("bucket");
    assertThat(instance().path("health").asText()).isEqualTo("unknown");
    assertThat(applied()).containsExactly("present " + sha);

    repo.with("fetch", "#!/bin/sh\nexit 0\n");
    String already = repo.push("Is so already");
    api.awaitInForce("shop", "staging", already);
    assertThat(applied()).containsExactly("present " + sha);
  }

  @Test
  void any_other_code_is_tried_again_and_fails_when_it_stays() {
    Path tried = folder.resolve("tried");
    String once = "test -e " + tried + " || { touch " + tried + "; exit 7; }";
    repo.with("fetch", fetch("").replace("#!/bin/sh\n", "#!/bin/sh\n" + once + "\n"));
    String recovers = repo.push("Fails once");
    api.awaitInForce("shop", "staging", recovers);
    assertThat(tried).exists();

    repo.with("fetch", "#!/bin/sh\necho no access >&2\nexit 7\n");
    JsonNode failure = failed(repo.push("Fails always"));
    assertThat(failure.at("/because/code").asText()).isEqualTo("fetch-failed");
    assertThat(failure.at("/because/sentence").asText()).contains("exit code 7", "no access");
    assertThat(kept()).hasContent(recovers);
  }

  @Test
  void what_is_no_list_of_objects_fails_and_says_so() {
    repo.with("fetch", fetch("echo '{\"objects\": 1}'"));
    JsonNode failure = failed(repo.push("Says nonsense"));
    assertThat(failure.at("/because/code").asText()).isEqualTo("fetch-output");
    assertThat(failure.at("/because/sentence").asText()).contains("'objects'");
  }

  private static String document(String programs) {
    return """
    application: shop
    services:
      %s:
        %s
    route: [staging]
    triggers:
      - {on: push, branch: main}
    """
        .formatted(programs.startsWith("external") ? "bucket" : "other", programs);
  }

  /** Compares what is kept with the commit, and then says something. */
  private String fetch(String says) {
    return "#!/bin/sh\n"
        + "test \"$(cat "
        + kept()
        + " 2>/dev/null)\" = \"$1\" || exit 2\n"
        + says
        + "\n";
  }

  private String apply() {
    return """
    #!/bin/sh
    if [ "$SLIPWAY_WANTED" = gone ]
    then rm -f KEPT; echo gone >> APPLIED
    else printf %s "$1" > KEPT; echo "$SLIPWAY_WANTED $1" >> APPLIED
    fi
    """
        .replace("KEPT", kept().toString())
        .replace("APPLIED", folder.resolve("applied").toString());
  }

  private String delivered(String says) {
    repo.with("fetch", fetch(says));
    String sha = repo.push("Deliver");
    api.awaitInForce("shop", "staging", sha);
    return sha;
  }

  private JsonNode failed(String sha) {
    return api.await("shop", "staging", at -> at.at("/lastFailure/sha").asText().equals(sha))
        .path("lastFailure");
  }

  private JsonNode instance() {
    int number = api.placement("shop", "staging").at("/inForce/number").asInt();
    return api.get(DELIVERIES + number).at("/members/0/instances/0");
  }

  private Path kept() {
    return folder.resolve("kept");
  }

  private List<String> applied() {
    try {
      return Files.readAllLines(folder.resolve("applied"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
