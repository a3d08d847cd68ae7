package dev.slipway.source;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.guardrail.Check;
import java.util.List;

/**
 * Reads what checks of commits came to, where they are kept. Blocks on I/O and is called from
 * threads of the loop's choosing; thread-safe. Never throws for what it is answered.
 */
public interface CommitChecks {

  /** Nobody reads any. */
  CommitChecks NONE =
      new CommitChecks() {
        @Override
        public boolean reads(RepositoryUrl repository) {
          return false;
        }

        @Override
        public Reading<List<Check>> checks(RepositoryUrl repository, Sha sha) {
          return new Reading.Unusable<>(NOT_READ);
        }
      };

  /** What is said of a repository whose checks nobody reads. */
  Reason NOT_READ =
      new Reason(
          "checks-not-read",
          "Checks of this repository are not read; whoever runs them reports what they come to.");

  /** Whether the checks of this repository's commits are read; says so at once. */
  boolean reads(RepositoryUrl repository);

  /**
   * All checks of a commit that are told there, each name once.
   *
   * <p>Where it cannot be told, for whatever reason, it is {@link Reading.Unavailable}: who may
   * read what changes without anybody here doing something.
   */
  Reading<List<Check>> checks(RepositoryUrl repository, Sha sha);
}
