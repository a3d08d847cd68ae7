package dev.slipway.app.reading;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.app.telling.SecretFiles;
import dev.slipway.model.FileName;
import dev.slipway.model.Reason;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.source.CommitChecks;
import dev.slipway.source.Reading;
import dev.slipway.source.github.GitHubApis;
import dev.slipway.source.github.GitHubChecks;
import dev.slipway.source.github.GitHubHost;
import dev.slipway.source.github.GitHubStatuses;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/** Each GitHub that whoever started the server named, with its token. Thread-safe. */
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
    List<GitHubHost> hosts =
        calls.github().stream()
            .map(one -> GitHubHost.of(one.host(), () -> token(files, one.token())))
            .toList();
    Outbound outbound = new Outbound(Names.OF_THIS_MACHINE, calls.reach(), BOUNDS, threads);
    return new GuardedGitHub(outbound, new GitHubApis(hosts, outbound, clock), clock);
  }

  /** It is read each time, so that it can be changed. */
  private static Reading<String> token(SecretFiles files, FileName name) {
    try {
      return new Reading.Read<>(files.read(name));
    } catch (SecretFiles.Missing missing) {
      return new Reading.Unavailable<>(new Reason("github-token", missing.sentence()));
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

  @Override
  public void close() {
    outbound.close();
  }
}
