package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build server reports by the command line, as a process of its own with a token of its own. */
class ChecksTest {

  private static final String DEV = "/api/v1/applications/shop/environments/dev";
  private static final String GUARDED =
      """
      environment: dev
      guardrails: {checks: {required: [ci/build], optional: [Lint (fast)], deadline: %s}}
      ---
      target: local
      environment: dev
      local: true
      """;

  private static final String AFTER = "guardrails: {checks: {at: after, ";

  @TempDir private Path folder;
  private ServerProcess server;
  private Api api;
  private Repo repo;

  @BeforeEach
  void start() {
    server = ServerProcess.start(folder.resolve("data"));
    api = server.api();
    repo = Repo.ofCommand(folder, folder.resolve("ran"), "dev");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void what_is_green_goes_out_once_and_what_is_red_does_not() throws Exception {
    api.apply(GUARDED.formatted("10m"));
    api.addApplication(repo.url());
    String secret = reporter();
    String green = pushed("Green");
    awaitCode("check-absent");
    assertThat(api.get(DEV + "/why").at("/unmet/0/ways/0/command").asText())
        .isEqualTo("slipway check shop --sha %s --name 'Lint (fast)' --state success", green);
    assertThat(check(secret, green, "Lint (fast)", "success")).isZero();
    assertThat(check(secret, green, "ci/build", "pending")).isZero();
    awaitCode("check-pending");
    assertThat(check(secret, green, "ci/build", "success")).isZero();
    api.awaitInForce("shop", "dev", green);
    for (int again = 0; again < 3; again++) {
      assertThat(check(secret, green, "ci/build", "success")).isZero();
    }

    String red = pushed("Red");
    awaitActive(red);
    assertThat(check(secret, red, "ci/build", "failure")).isZero();
    assertThat(awaitState(2).at("/because/code").asText()).isEqualTo("check-red");
    assertThat(Files.readAllLines(folder.resolve("ran"))).containsExactly("dev " + green);
    assertThat(api.shipped("shop")).containsExactly(green, red);
    assertThat(deploy(secret)).isNotZero();
  }

  @Test
  void what_nobody_reports_ends_by_itself_with_its_name_also_over_a_restart() throws Exception {
    api.apply(GUARDED.formatted("8s"));
    api.addApplication(repo.url());
    pushed("Nobody tests it");
    awaitCode("check-absent");
    server.kill();
    server = ServerProcess.start(folder.resolve("data"));
    api = server.api();
    JsonNode ended = awaitState(1);
    assertThat(ended.at("/because/code").asText()).isEqualTo("check-deadline");
    assertThat(ended.at("/because/sentence").asText()).contains("was not reported");
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void force_passes_over_what_is_optional_only() throws Exception {
    api.apply(GUARDED.formatted("10m"));
    api.addApplication(repo.url());
    String secret = reporter();
    String sha = pushed("Red where it is optional");
    awaitActive(sha);
    check(secret, sha, "Lint (fast)", "failure");
    check(secret, sha, "ci/build", "success");
    awaitCode("check-optional-red");
    assertThat(client(List.of("deploy", "shop", "--to", "dev", "--sha", sha, "--force", "--wait")))
        .isZero();
    JsonNode forced = api.get(DEV + "/deliveries/2");
    assertThat(forced.at("/delivery/sha").asText()).isEqualTo(sha);
    assertThat(forced.at("/guardrails").valueStream().map(it -> it.at("/because/code").asText()))
        .containsExactlyInAnyOrder("check-passed-over", "check-green");
    assertThat(Files.readAllLines(folder.resolve("ran"))).containsExactly("dev " + sha);
  }

  @Test
  void what_is_tested_where_it_runs_settles_when_it_is_green_and_fails_when_it_is_red()
      throws Exception {
    api.apply(GUARDED.formatted("10m").replace("guardrails: {checks: {", AFTER));
    api.addApplication(repo.url());
    String secret = reporter();
    String green = pushed("Green where it runs");
    awaitCode("check-absent");
    assertThat(Files.readAllLines(folder.resolve("ran"))).containsExactly("dev " + green);
    check(secret, green, "Lint (fast)", "success");
    check(secret, green, "ci/build", "success");
    api.awaitInForce("shop", "dev", green);

    String red = pushed("Red where it runs");
    awaitCode("check-absent");
    check(secret, red, "Lint (fast)", "success");
    check(secret, red, "ci/build", "failure");
    JsonNode failed =
        api.await("shop", "dev", at -> at.at("/lastFailure/sha").asText().equals(red));
    assertThat(failed.at("/lastFailure/because/code").asText()).isEqualTo("check-red");
    assertThat(Files.readAllLines(folder.resolve("ran"))).startsWith("dev " + green, "dev " + red);
  }

  private String pushed(String message) {
    String sha = repo.push(message);
    Api.Hook hook = api.openHook("github");
    api.push(hook, repo.url(), "refs/heads/main", "0".repeat(40), sha, message);
    return sha;
  }

  /** A token that may say what checks came to, and nothing else. */
  private String reporter() {
    var body = Api.JSON.createObjectNode().put("name", "build server").put("role", "reporter");
    body.putObject("scope").put("application", "shop");
    return api.post("/api/v1/tokens", body).json().path("secret").asText();
  }

  private int check(String secret, String sha, String name, String state) throws Exception {
    return client(secret, List.of("check", "shop", "--sha", sha, "--name", name, "--state", state));
  }

  private int deploy(String secret) throws Exception {
    return client(secret, List.of("deploy", "shop", "--to", "dev"));
  }

  private int client(List<String> words) throws Exception {
    return client(Files.readString(folder.resolve("data/token")).strip(), words);
  }

  private int client(String secret, List<String> words) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(words);
    ProcessBuilder builder =
        Java.process(folder.resolve("client.log"), Java.words("dev.slipway.cli.Main", arguments));
    builder.environment().put("SLIPWAY_URL", server.address().toString());
    builder.environment().put("SLIPWAY_TOKEN", secret);
    Process process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private void awaitCode(String code) {
    api.await(
        "shop",
        "dev",
        at -> {
          JsonNode active = at.path("active");
          return active.toString().contains(code);
        });
  }

  private void awaitActive(String sha) {
    api.await("shop", "dev", at -> at.at("/active/sha").asText().equals(sha));
  }

  /** Waits until a delivery ended, and returns it. */
  private JsonNode awaitState(int number) {
    api.await("shop", "dev", at -> !at.has("active"));
    return api.get(DEV + "/deliveries/" + number).path("delivery");
  }
}
