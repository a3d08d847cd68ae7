package dev.slipway.app.reading;

import dev.slipway.app.server.ServerOptions;
import dev.slipway.app.telling.SecretFiles;
import dev.slipway.model.FileName;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.Check;
import dev.slipway.outbound.Bounds;
import dev.slipway.outbound.Names;
import dev.slipway.outbound.Outbound;
import dev.slipway.source.CommitChecks;
import dev.slipway.source.Reading;
import dev.slipway.source.github.GitHubChecks;
import dev.slipway.source.github.GitHubHost;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;

/** Reads checks from each GitHub that whoever started the server named. Thread-safe. */
public final class GuardedChecks implements CommitChecks, AutoCloseable {

  /** A hundred check runs with all that GitHub says of each. */
  private static final Bounds BOUNDS = new Bounds(Duration.ofSeconds(10), 4 * 1024 * 1024);

  private final Outbound outbound;
  private final GitHubChecks github;

  private GuardedChecks(Outbound outbound, GitHubChecks github) {
    this.outbound = outbound;
    this.github = github;
  }

  public static GuardedChecks open(
      ServerOptions.Calls calls, Executor threads, InstantSource clock) {
    SecretFiles files = new SecretFiles(calls.secretFiles());
    List<GitHubHost> hosts =
        calls.github().stream()
            .map(one -> GitHubHost.of(one.host(), () -> token(files, one.token())))
            .toList();
    Outbound outbound = new Outbound(Names.OF_THIS_MACHINE, calls.reach(), BOUNDS, threads);
    return new GuardedChecks(outbound, new GitHubChecks(hosts, outbound, clock));
  }

  /** It is read each time, so that it can be changed. */
  private static Reading<String> token(SecretFiles files, FileName name) {
    try {
      return new Reading.Read<>(files.read(name));
    } catch (SecretFiles.Missing missing) {
      return new Reading.Unavailable<>(new Reason("github-token", missing.sentence()));
    }
  }

  @Override
  public boolean reads(RepositoryUrl repository) {
    return github.reads(repository);
  }

  @Override
  public Reading<List<Check>> checks(RepositoryUrl repository, Sha sha) {
    return github.checks(repository, sha);
  }

  @Override
  public void close() {
    outbound.close();
  }
}
