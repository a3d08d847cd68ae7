package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.outside.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Security says what has to be so, of documents, of what is shipped, and of what starts. */
class PolicyTest {

  private static final Duration NEVER = Duration.ofHours(1);
  private static final String OWNERS =
      """
      owner: security
      group: security-people
      may: [{write: policy, environments: dev}]
      """;

  @TempDir private Path folder;
  private Running slipway;
  private Scene scene;
  private Repo repo;
  private Person security;

  @BeforeEach
  void start() {
    slipway = Running.start(folder.resolve("data"), NEVER);
    scene = Scene.at(slipway, folder);
    repo = Repo.in(folder.resolve("shop"));
    repo.with(
        "deploy",
        """
        #!/bin/sh
        echo ran >> FOLDER/ran
        while [ -e FOLDER/hold ]; do sleep 0.05; done
        """
            .replace("FOLDER", folder.toString()));
    repo.push("Begin");
    scene.api().apply(OWNERS, shop("5m"));
    security = scene.member("security-people", "viewer");
  }

  @AfterEach
  void stop() {
    scene.close();
    slipway.close();
  }

  private String shop(String timeout) {
    return """
    application: shop
    repository: %s
    services: {job: {command: ./deploy, timeout: %s}}
    route: [dev]
    """
        .formatted(repo.url(), timeout);
  }

  private static String atMost(String time) {
    return """
    policy: short
    owner: security
    for: {environments: dev}
    rules:
      - must: service.timeout <= duration('%s')
        message: Be done sooner.
    """
        .formatted(time);
  }

  private static Api.Answer apply(Person person, String document) {
    Map<String, String> headers =
        new HashMap<>(new Api(person.server(), person.token()).authorised());
    headers.put("Content-Type", "application/yaml");
    return new Api(person.server(), person.token())
        .send("POST", "/api/v1/documents", headers, document);
  }

  private int runs() {
    try {
      Path ran = folder.resolve("ran");
      return Files.exists(ran) ? Files.readAllLines(ran).size() : 0;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void awaitRuns(int count) {
    Scene.until(count + " runs", () -> Optional.of(count).filter(it -> runs() >= it));
  }

  private JsonNode preview() {
    return scene
        .api()
        .post("/api/v1/applications/shop/preview", Api.JSON.createObjectNode())
        .json()
        .at("/items/0");
  }

  @Test
  void what_a_policy_says_no_to_is_refused_with_its_line_owner_and_message() {
    assertThat(apply(security, atMost("10m")).status()).isEqualTo(200);
    assertThat(apply(scene.personWith("owner"), atMost("20m")).status()).isEqualTo(403);

    Api.Answer answer = apply(scene.administrator(), shop("20m"));

    assertThat(answer.status()).as(answer.toString()).isEqualTo(409);
    assertThat(answer.json().path("code").asText()).isEqualTo("policy-violated");
    assertThat(answer.json().path("detail").asText())
        .contains(
            "services.job of shop/dev",
            "Be done sooner.",
            "policy/short line 5",
            "revision 1",
            "owner security");
    assertThat(preview().at("/guardrails").toString()).contains("policy short", "policy-holds");
    assertThat(scene.admin("explain", "shop/dev"))
        .contains("policy/short (revision 1, owner security): holds");
    assertThat(scene.admin("policy", "list")).contains("short", "security", "Be done sooner.");
    assertThat(apply(security, atMost("10m").replace("timeout", "timeot")).json().toString())
        .contains("\"line\":5", "\"column\":19", "\"nearest\":\"timeout\"");
  }

  @Test
  void what_was_shipped_before_waits_for_the_policy_of_the_day_it_starts() throws IOException {
    Path hold = Files.createFile(folder.resolve("hold"));
    scene.admin("deploy", "shop", "--to", "dev", "--ref", "main");
    awaitRuns(1);
    scene.admin("deploy", "shop", "--to", "dev", "--ref", "main");
    scene.api().apply(shop("2m"));
    assertThat(apply(security, atMost("10m")).status()).isEqualTo(200);
    assertThat(apply(security, atMost("3m")).status()).isEqualTo(200);
    Files.delete(hold);

    scene
        .api()
        .await("shop", "dev", at -> at.path("active").toString().contains("policy-violated"));
    assertThat(scene.admin("why", "shop/dev"))
        .contains("Be done sooner.", "policy/short line 5 (revision 2, owner security)");
    assertThat(runs()).isEqualTo(1);

    security.run("revert", "policy/short").orFail();

    awaitRuns(2);
    assertThat(scene.admin("history", "policy/short")).contains("3 (1 again)");
  }
}
