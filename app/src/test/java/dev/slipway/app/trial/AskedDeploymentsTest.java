package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.app.server.DataFolder;
import dev.slipway.app.server.LedgerCheck;
import dev.slipway.source.github.GitHubStandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real server asks a GitHub for a deployment before it starts one; a stand-in answers. */
class AskedDeploymentsTest {

  private static final String DEV = "/api/v1/applications/shop/environments/dev";
  private static final String PLATFORM =
      """
      environment: dev
      guardrails: {deployment: %s}
      ---
      target: local
      environment: dev
      local: true
      ---
      notification: deployments
      github: {deployments: {}}
      """;

  @TempDir private Path folder;
  private AtGitHub at;
  private GitHubStandIn github;
  private Path ran;
  private Repo repo;

  @BeforeEach
  void start() throws IOException {
    at = AtGitHub.in(folder);
    github = at.github();
    repo = at.repo();
    ran = folder.resolve("ran");
  }

  @AfterEach
  void stop() {
    at.close();
    assertThat(LedgerCheck.of(new DataFolder(folder.resolve("data"))).sentence())
        .startsWith("The ledger is sound");
  }

  private String committed(String subject) {
    return repo.with("change", subject + "\n").commit(subject);
  }

  private void push() {
    repo.git("push", "-q", "origin", "HEAD:refs/heads/main");
  }

  private static String sentence(Api api, String code) {
    return api.await("shop", "dev", it -> it.at("/active/because/code").asText().equals(code))
        .at("/active/because/sentence")
        .asText();
  }

  private static String ended(Api api, int number) {
    return Scene.until(
        "the end of #" + number,
        () ->
            api.find(DEV + "/deliveries/" + number)
                .map(it -> it.at("/delivery/because"))
                .filter(it -> it.path("code").asText().startsWith("github-"))
                .map(it -> it.path("sentence").asText()));
  }

  private void told(String sha) {
    Scene.until(
        "the states of the one deployment",
        () ->
            Optional.of(github.deployments(sha))
                .filter(List.of("dev in_progress success")::equals));
  }

  @Test
  void what_github_wants_green_is_named_and_nothing_starts_before_it_is() {
    try (Running slipway = at.server()) {
      Api api = slipway.api();
      api.apply(PLATFORM.formatted("{checks: [ci/build]}"));
      api.addApplication(at.url());
      String sha = committed("One");
      github.status(sha, "ci/build", "pending");
      push();
      assertThat(sentence(api, "github-checks"))
          .contains("makes no deployment before these checks are green: ci/build. It has until ");
      JsonNode why = api.get(DEV + "/why");
      assertThat(why.at("/unmet/0/what").asText()).as(why.toString()).isEqualTo("deployment");
      assertThat(ran).doesNotExist();
      assertThat(github.deployments(sha)).isEmpty();
      github.status(sha, "ci/build", "success");
      api.awaitInForce("shop", "dev", sha);
      told(sha);
    }
  }

  @Test
  void a_merge_is_asked_again_and_leaves_one_deployment() {
    try (Running slipway = at.server()) {
      Api api = slipway.api();
      api.apply(PLATFORM.formatted("{auto_merge: true}"));
      api.addApplication(at.url());
      String sha = committed("Two");
      github.ofDeployments(kept -> {
        kept.behind(sha);
        kept.behind(sha);
      });
      push();
      sentence(api, "github-merged");
      assertThat(ran).doesNotExist();
      api.awaitInForce("shop", "dev", sha);
      told(sha);
      assertThat(github.asked().stream().filter(it -> it.endsWith("/deployments 202"))).hasSize(2);
    }
  }

  @Test
  void what_github_declines_never_starts_and_says_githubs_reason() {
    try (Running slipway = at.server()) {
      Api api = slipway.api();
      api.apply(PLATFORM.formatted("{auto_merge: true}"));
      api.addApplication(at.url());
      String unknown = committed("Unknown");
      github.ofDeployments(kept -> kept.unknown(unknown));
      push();
      assertThat(ended(api, 1))
          .contains("answered 422: No ref found for: " + unknown)
          .contains("Once that is put right: slipway deploy shop --to dev --sha " + unknown);
      String conflicting = committed("Conflict");
      github.ofDeployments(kept -> kept.conflicting(conflicting));
      push();
      assertThat(ended(api, 2)).contains("cannot merge its default branch into the commit");
      assertThat(ran).doesNotExist();
      assertThat(github.deployments(unknown)).isEmpty();
      assertThat(github.deployments(conflicting)).isEmpty();
    }
  }

  @Test
  void a_server_killed_after_githubs_answer_leaves_one_deployment() throws IOException {
    Files.writeString(folder.resolve("github"), github.address() + "=github-token\n");
    Path data = Files.createDirectories(folder.resolve("data"));
    String sha = committed("Killed");
    try (ServerProcess doomed = ServerProcess.start(data)) {
      doomed.api().apply(PLATFORM.formatted("{}"));
      github.ofDeployments(kept -> kept.onMade(() -> killed(doomed)));
      doomed.api().addApplication(at.url());
      push();
      Pause.until("its end", () -> !doomed.isAlive());
    }
    assertThat(github.deployments(sha)).containsExactly("dev ");
    assertThat(ran).doesNotExist();
    github.ofDeployments(kept -> kept.onMade(() -> {}));
    try (ServerProcess next = ServerProcess.start(data)) {
      next.api().awaitInForce("shop", "dev", sha);
      told(sha);
      assertThat(Files.readAllLines(ran)).containsExactly("dev " + sha);
    }
  }

  private static void killed(ServerProcess server) {
    try {
      server.kill();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
