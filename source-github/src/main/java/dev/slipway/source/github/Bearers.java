package dev.slipway.source.github;

import dev.slipway.source.Reading;
import java.util.Optional;

/** Which token a request carries. It may have to be fetched, so it blocks; thread-safe. */
interface Bearers {

  Reading<String> bearer(GitHubHost.Named repository, Purpose purpose);

  /** A token was not taken; whether another one may be had at once. */
  boolean renews(GitHubHost.Named repository, Purpose purpose, String refused);

  /** As whom GitHub shows what we write. */
  Reading<String> login(Line line);

  /** The one token that was made by hand. */
  record ByHand(GitHubAccess.Token access) implements Bearers {
    @Override
    public Reading<String> bearer(GitHubHost.Named repository, Purpose purpose) {
      return access.token().get();
    }

    @Override
    public boolean renews(GitHubHost.Named repository, Purpose purpose, String refused) {
      return false;
    }

    @Override
    public Reading<String> login(Line line) {
      return access
          .token()
          .get()
          .then(bearer -> line.get("/user", bearer, Optional.empty()))
          .then(answer -> Logins.user(line.host(), answer));
    }
  }
}
