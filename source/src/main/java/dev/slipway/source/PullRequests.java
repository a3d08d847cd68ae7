package dev.slipway.source;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import java.util.List;

/**
 * The open pull requests of repositories, and what is said at them: one comment of a name, which is
 * kept up to date. Blocks on I/O and is called from threads of the loop's choosing; thread-safe.
 * Never throws for what it is answered.
 */
public interface PullRequests {

  /** Nobody knows any. */
  PullRequests NONE =
      new PullRequests() {
        @Override
        public boolean knows(RepositoryUrl repository) {
          return false;
        }

        @Override
        public Reading<Open> open(RepositoryUrl repository) {
          return new Reading.Unusable<>(NOT_KNOWN);
        }

        @Override
        public Reading<Said> say(RepositoryUrl repository, int number, String name, String text) {
          return new Reading.Unusable<>(NOT_KNOWN);
        }
      };

  /** What is said of a repository whose pull requests nobody knows. */
  Reason NOT_KNOWN =
      new Reason("not-at-github", "The repository lies at no GitHub that the server knows.");

  /** The most characters that a comment may have. */
  int TEXT_LENGTH_MAX = 65_536;

  /**
   * One that is open.
   *
   * @param number by which people know it
   * @param head the commit that it would bring
   * @param isForeign whether that commit lies in another repository, such as a fork
   */
  record PullRequest(int number, Sha head, boolean isForeign) {}

  /**
   * Those that are open, the one that changed last first.
   *
   * @param isWhole whether these are all; else there are more than anybody looks at
   */
  record Open(List<PullRequest> all, boolean isWhole) {
    public Open {
      all = List.copyOf(all);
    }
  }

  /** What became of a comment. */
  enum Said {
    MADE,
    EDITED,
    /** It was there, word for word. */
    SAME
  }

  /** Whether pull requests of this repository are kept by somebody who may be asked. */
  boolean knows(RepositoryUrl repository);

  /** Those that are open now. */
  Reading<Open> open(RepositoryUrl repository);

  /**
   * Has our comment of a name say this, and makes it first where there is none. What others wrote
   * is left alone, whatever it holds. {@link Reading.Unusable} where this pull request takes none;
   * {@link Reading.Unavailable} where none could be written anywhere there just now.
   *
   * @param name of the comment, by which it is found again
   * @param text at most {@link #TEXT_LENGTH_MAX} characters with the name's mark
   */
  Reading<Said> say(RepositoryUrl repository, int number, String name, String text);
}
