package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.server.ServerOptions;
import dev.slipway.source.github.GitHubStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of a GitHub are waited for by the real server; a strict stand-in keeps them. */
class GitHubTest {

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

  @TempDir private Path folder;
  private AtGitHub at;
  private GitHubStandIn github;
  private Running slipway;
  private Api api;
  private Repo repo;
  private int told;

  @BeforeEach
  void start() throws IOException {
    at = AtGitHub.in(folder);
    github = at.github();
    repo = at.repo();
    slipway = at.server();
    api = slipway.api();
  }

  @AfterEach
  void stop() {
    slipway.close();
    at.close();
    assertThat(Canaries.holding(folder.resolve("data"), GitHubStandIn.TOKEN)).isEmpty();
  }

  private String pushed(String subject) {
    repo.with("change", subject + "\n").push(subject);
    return repo.head();
  }

  private JsonNode await(String code) {
    return api.await("shop", "dev", it -> it.at("/active/because/code").asText().equals(code));
  }

  private JsonNode ended(int number) {
    return Scene.until(
        "the end of #" + number,
        () ->
            api.find(DEV + "/deliveries/" + number)
                .map(it -> it.path("delivery"))
                .filter(it -> it.at("/because/code").asText().matches("check-(red|deadline)")));
  }

  @Test
  void an_app_reads_checks_and_sets_statuses_where_it_is_installed() throws Exception {
    slipway.close();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair key = generator.generateKeyPair();
    String base64 = Base64.getMimeEncoder().encodeToString(key.getPrivate().getEncoded());
    Path secrets = folder.resolve("secret-files");
    Files.writeString(
        secrets.resolve("app-key"),
        "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n");
    github.app("Iv23liSlipway", key.getPublic(), InstantSource.system());
    github.install("team/origin", Map.of("checks", "read", "statuses", "write"));
    slipway =
        at.server("of-app", ServerOptions.GitHub.app(github.address() + "=Iv23liSlipway:app-key"));
    api = slipway.api();
    api.apply(GUARDED.formatted("10m"), "{notification: statuses, github: {}}");
    api.addApplication(at.url());
    String green = pushed("Green");
    github.run(green, "ci/build", "completed", Optional.of("success"));
    github.run(green, "Lint (fast)", "completed", Optional.of("skipped"));
    api.awaitInForce("shop", "dev", green);
    Scene.until(
        "statuses",
        () ->
            Optional.of(github.statuses(green)).filter(all -> all.contains("slipway/dev success")));
    assertThat(Canaries.holding(folder.resolve("of-app"), base64.substring(0, 60))).isEmpty();
  }

  private void tell(Api.Hook hook, String sha) {
    String body =
        """
        {"action":"completed","check_run":{"id":%d,"head_sha":"%s"},\
        "repository":{"clone_url":"%s"}}\
        """
            .formatted(told++, sha, at.url());
    assertThat(api.github(hook, "check_run", body, sha).status()).isEqualTo(202);
  }

  @Test
  void pending_deploys_nothing_green_deploys_at_once_and_red_never() throws IOException {
    api.apply(GUARDED.formatted("10m"), "{notification: statuses, github: {}}");
    api.addApplication(at.url());
    Api.Hook hook = api.openHook("github");
    String green = pushed("Green");
    await("check-absent");
    github.run(green, "Lint (fast)", "completed", Optional.of("success"));
    github.status(green, "ci/build", "pending");
    tell(hook, green);
    await("check-pending");
    assertThat(folder.resolve("ran")).doesNotExist();
    github.status(green, "ci/build", "success");
    tell(hook, green);
    api.awaitInForce("shop", "dev", green);
    assertThat(Files.readAllLines(folder.resolve("ran"))).containsExactly("dev " + green);
    Scene.until(
        "statuses",
        () ->
            Optional.of(github.statuses(green)).filter(all -> all.contains("slipway/dev success")));
    assertThat(github.statuses(green))
        .filteredOn(it -> it.startsWith("slipway/"))
        .endsWith("slipway/dev success")
        .isSubsetOf("slipway/dev pending", "slipway/dev success");

    String red = pushed("Red");
    github.status(red, "ci/build", "failure");
    assertThat(ended(2).at("/because/code").asText()).isEqualTo("check-red");
    assertThat(ended(2).at("/because/sentence").asText()).contains("ci/build");
    assertThat(Files.readAllLines(folder.resolve("ran"))).containsExactly("dev " + green);
    assertThat(github.statuses(red)).containsExactly("ci/build failure");
  }

  @Test
  void a_webhook_that_never_comes_costs_a_turn() {
    api.apply(GUARDED.formatted("10m"));
    api.addApplication(at.url());
    String green = pushed("Nobody tells");
    await("check-absent");
    github.run(green, "ci/build", "completed", Optional.of("success"));
    github.run(green, "Lint (fast)", "completed", Optional.of("skipped"));
    api.awaitInForce("shop", "dev", green);
  }

  @Test
  void what_is_never_there_ends_at_its_deadline_with_its_name() {
    api.apply(GUARDED.formatted("5s"));
    api.addApplication(at.url());
    pushed("Nobody tests it");
    assertThat(ended(1).at("/because/code").asText()).isEqualTo("check-deadline");
    assertThat(ended(1).at("/because/sentence").asText()).contains("was not reported");
    assertThat(folder.resolve("ran")).doesNotExist();
  }
}
