package dev.slipway.loop.door;

import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.need.Inclusion;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What was committed. Thread-safe. */
public interface Commits {

  /** What a repository said. */
  sealed interface Told {

    record Known(CommitLog log) implements Told {}

    record Unknown(Reason because) implements Told {}
  }

  /** Which commit a person's words mean. */
  sealed interface Meant {

    record Known(Sha sha, Optional<RefName> ref) implements Meant {}

    record Unknown(Reason because) implements Meant {}
  }

  /** What a commit is to another one. */
  sealed interface Related {

    record Known(Inclusion inclusion) implements Related {}

    record Unknown(Reason because) implements Related {}
  }

  /** What another commit is to a commit; asked when the repository's turn comes. */
  CompletionStage<Related> inclusion(RepositoryUrl repository, Sha commit, Sha other);

  /**
   * Which commit a person's words mean now; absent words mean the default branch's head. Asked when
   * the repository's turn comes.
   */
  CompletionStage<Meant> meaning(RepositoryUrl repository, Optional<String> revision);

  /**
   * The commits that are in {@code head} and not in {@code base}; without a base, all of it. Asked
   * when the repository's turn comes, which may take as long as bringing it here does.
   */
  CompletionStage<Told> between(RepositoryUrl repository, Optional<Sha> base, Sha head);
}
