package dev.slipway.source.github;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.source.Reading;

/** Sets statuses of commits at GitHub. Blocks on I/O; thread-safe. */
public final class GitHubStatuses {

  private final GitHubApis apis;

  public GitHubStatuses(GitHubApis apis) {
    this.apis = apis;
  }

  /** Whether statuses of this repository's commits are kept by a GitHub that may be asked. */
  public boolean keeps(RepositoryUrl repository) {
    return apis.place(repository).isPresent();
  }

  /** Sets one; {@link Reading.Unusable} where it is not wanted, and would not be later either. */
  public Reading<Boolean> set(RepositoryUrl repository, Sha sha, String body) {
    return apis.place(repository)
        .map(place ->
            place
                .api()
                .post(
                    place.repository(),
                    Purpose.SET_STATUSES,
                    "/repos/%s/statuses/%s".formatted(place.repository(), sha),
                    body))
        .orElseGet(() ->
            new Reading.Unusable<>(
                new Reason("not-at-github", "The repository lies at no GitHub that is known.")));
  }
}
