package dev.slipway.source.github;

import dev.slipway.model.RepositoryUrl;
import dev.slipway.outbound.Outbound;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Every GitHub that may be asked. Its limits are counted over all that is asked. Thread-safe. */
public final class GitHubApis {

  private final List<GitHubApi> all;

  public GitHubApis(List<GitHubHost> hosts, Outbound outbound, InstantSource clock) {
    all = hosts.stream().map(host -> new GitHubApi(host, outbound, clock)).toList();
  }

  /** A repository, where it lies. */
  record Place(GitHubApi api, GitHubHost.Named repository) {}

  Optional<Place> place(RepositoryUrl repository) {
    return all.stream()
        .flatMap(api -> api.host().named(repository).map(named -> new Place(api, named)).stream())
        .findFirst();
  }
}
