package dev.slipway.app.reading;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.app.telling.SecretFiles;
import dev.slipway.model.FileName;
import dev.slipway.model.Reason;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.source.CommitChecks;
import dev.slipway.source.PullRequests;
import dev.slipway.source.Reading;
import dev.slipway.source.github.GitHubAccess;
import dev.slipway.source.github.GitHubApis;
import dev.slipway.source.github.GitHubChecks;
import dev.slipway.source.github.GitHubDeployments;
import dev.slipway.source.github.GitHubHost;
import dev.slipway.source.github.GitHubPullRequests;
import dev.slipway.source.github.GitHubStatuses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;

/** Each GitHub that whoever started the server named, with its token or App. Thread-safe. */
public final class GuardedGitHub implements AutoCloseable {

  /** A hundred check runs with all that GitHub says of each. */
  private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(10), 4 * 1024 * 1024);

  private final Outbound outbound;
  private final GitHubApis apis;
  private final InstantSource clock;

  private GuardedGitHub(Outbound outbound, GitHubApis apis, InstantSource clock) {
    this.outbound = outbound;
    this.apis = apis;
    this.clock = clock;
  }

  public static GuardedGitHub open(
      ServerOptions.Calls calls, Executor threads, InstantSource clock) {
    SecretFiles files = new SecretFiles(calls.secretFiles());
    List<GitHubHost> hosts = hosts(calls.github(), files);
    Outbound outbound = new Outbound(Names.OF_THIS_MACHINE, calls.reach(), BOUNDS, threads);
    return new GuardedGitHub(outbound, new GitHubApis(hosts, outbound, clock), clock);
  }

  /** Each once: else it would be a matter of chance by what one is asked. */
  private static List<GitHubHost> hosts(List<ServerOptions.GitHub> written, SecretFiles files) {
    List<GitHubHost> hosts =
        written.stream().map(one -> GitHubHost.of(one.host(), access(one, files))).toList();
    Set<String> names = new HashSet<>();
    hosts.stream()
        .map(GitHubHost::name)
        .filter(name -> !names.add(name))
        .findFirst()
        .ifPresent(twice -> {
          throw new IllegalArgumentException(
              "%s is named twice; name it once, with --github or with --github-app."
                  .formatted(twice));
        });
    return hosts;
  }

  private static GitHubAccess access(ServerOptions.GitHub written, SecretFiles files) {
    return switch (written) {
      case ServerOptions.GitHub.ByToken(_, FileName token) ->
          new GitHubAccess.Token(() -> secret("github-token", () -> files.read(token)));
      case ServerOptions.GitHub.ByApp(_, String app, FileName key) ->
          new GitHubAccess.App(app, () -> secret("github-app-key", () -> files.whole(key)));
    };
  }

  /** What is secret is read from its file. */
  private interface Secret {
    String read() throws SecretFiles.Missing;
  }

  /** It is read each time, so that it can be changed. */
  private static Reading<String> secret(String code, Secret file) {
    try {
      return new Reading.Read<>(file.read());
    } catch (SecretFiles.Missing missing) {
      return new Reading.Unavailable<>(new Reason(code, missing.sentence()));
    }
  }

  /** Where checks are read. */
  public CommitChecks checks() {
    return new GitHubChecks(apis, clock);
  }

  /** Where statuses are set. */
  public GitHubStatuses statuses() {
    return new GitHubStatuses(apis);
  }

  /** Where deployments are made. */
  public GitHubDeployments deployments() {
    return new GitHubDeployments(apis);
  }

  /** Where pull requests are read and commented on. */
  public PullRequests pullRequests() {
    return new GitHubPullRequests(apis);
  }

  @Override
  public void close() {
    outbound.close();
  }
}
