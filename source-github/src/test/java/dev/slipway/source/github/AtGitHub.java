package dev.slipway.source.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.Check;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.outbound.Reach;
import dev.slipway.source.Reading;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A GitHub, and whoever asks it; what does not fit what GitHub publishes fails the test. */
abstract class AtGitHub {

  static final Sha COMMIT = new Sha("6dcb09b5b57875f334f61aebed695e2e4193db5e");

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  Instant now = Instant.parse("2026-03-01T12:00:00Z");
  Optional<String> token = Optional.of(GitHubStandIn.TOKEN);
  GitHubStandIn github;
  Outbound outbound;
  GitHubChecks checks;
  GitHubStatuses statuses;
  GitHubDeployments deployments;
  GitHubApis apis;

  @BeforeEach
  void start() throws IOException {
    github = GitHubStandIn.start();
    outbound =
        new Outbound(
            Names.OF_THIS_MACHINE,
            Reach.of(List.of("127.0.0.1")),
            new Bounds(Duration.ofMinutes(1), 4 << 20),
            threads);
    GitHubHost host = GitHubHost.of(github.address(), access());
    apis = new GitHubApis(List.of(host), outbound, () -> now);
    checks = new GitHubChecks(apis, () -> now);
    statuses = new GitHubStatuses(apis);
    deployments = new GitHubDeployments(apis);
  }

  @AfterEach
  void stop() {
    outbound.close();
    github.close();
    threads.shutdownNow();
    assertThat(github.faults()).isEmpty();
  }

  GitHubAccess access() {
    return new GitHubAccess.Token(() ->
        token
            .<Reading<String>>map(Reading.Read::new)
            .orElseGet(() -> new Reading.Unavailable<>(new Reason("no-token", "There is none."))));
  }

  RepositoryUrl repository() {
    return new RepositoryUrl(github.address() + "/Team/Shop.git");
  }

  private Reading<List<Check>> read() {
    return checks.checks(repository(), COMMIT);
  }

  List<String> told() {
    return switch (read()) {
      case Reading.Read<List<Check>>(List<Check> all) ->
          all.stream().map(check -> check.name() + " " + check.state()).toList();
      case Reading.Unusable<List<Check>>(Reason because) -> List.of("unusable " + because.code());
      case Reading.Unavailable<List<Check>>(Reason because) ->
          List.of("unavailable " + because.code());
    };
  }

  void run(String name, String conclusion) {
    github.run(COMMIT.value(), name, "completed", Optional.of(conclusion));
  }
}
