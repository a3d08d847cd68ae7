package dev.slipway.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Deliveries of the real server are deployments at a GitHub; a strict stand-in keeps them. */
class DeploymentsTest {

  @TempDir private Path folder;
  private AtGitHub at;
  private GitHubStandIn github;
  private Running slipway;
  private Repo repo;

  @BeforeEach
  void start() throws IOException {
    at = AtGitHub.in(folder);
    github = at.github();
    repo = at.repo();
    slipway = at.server();
  }

  @AfterEach
  void stop() {
    slipway.close();
    at.close();
  }

  private void told(String sha, String deployment) {
    Scene.until(
        "the deployment " + deployment,
        () -> Optional.of(github.deployments(sha)).filter(List.of(deployment)::equals));
  }

  /** An application whose command ends once somebody makes the file; its head is to be deployed. */
  private String waiting(String notification, Path go) {
    slipway.api().apply(AtGitHub.PLATFORM, notification);
    slipway.api().addApplication(at.url());
    repo.with("deploy", "#!/bin/sh\nwhile [ ! -e " + go + " ]; do sleep 0.1; done\n").push("Wait");
    return repo.head();
  }

  @Test
  void a_delivery_is_one_deployment_also_when_the_server_starts_anew_in_between()
      throws IOException {
    Path go = folder.resolve("go");
    String sha = waiting("{notification: deployments, github: {deployments: {}}}", go);
    told(sha, "dev in_progress");
    slipway.close();
    slipway = at.server();
    Files.createFile(go);
    slipway.api().awaitInForce("shop", "dev", sha);
    told(sha, "dev in_progress success");
  }

  @Test
  void checks_that_github_wants_green_are_named_and_once_they_are_the_deployment_is_made()
      throws IOException {
    Path go = folder.resolve("go");
    String sha = waiting("{notification: deployments, github: {deployments: {checks: all}}}", go);
    github.status(sha, "ci/build", "pending");
    Files.createFile(go);
    slipway.api().awaitInForce("shop", "dev", sha);
    Scene.until(
        "the name of the check",
        () ->
            Optional.of(slipway.api().get("/api/v1/notifications").toString())
                .filter(list -> list.contains("before these checks are green: ci/build.")));
    assertThat(github.deployments(sha)).isEmpty();
    github.status(sha, "ci/build", "success");
    Scene.until(
        "the deployment",
        () ->
            Optional.of(github.deployments(sha))
                .filter(all -> all.size() == 1 && all.getFirst().endsWith(" success")));
  }
}
