package dev.slipway.loop.keeper;

import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import dev.slipway.source.CommitChecks;
import java.util.Optional;

/** The last reading of the checks of each commit. Thread-safe. */
final class RememberedChecks {

  private final CommitChecks source;
  private final LastFacts<Commit> readings = new LastFacts<>();

  RememberedChecks(CommitChecks source) {
    this.source = source;
  }

  private record Commit(RepositoryUrl repository, Sha sha) {
    static Commit of(Need.ChecksOf need) {
      return new Commit(need.repository(), need.sha());
    }
  }

  /** What can be said without asking anybody. */
  Optional<Answer> answer(Need.ChecksOf need) {
    return source.reads(need.repository())
        ? remembered(need).map(Fact::answer)
        : Optional.of(new Answer.Unusable(CommitChecks.NOT_READ));
  }

  Optional<Fact> remembered(Need.ChecksOf need) {
    return readings.since(Commit.of(need), need.since());
  }

  void remember(Need.ChecksOf need, Fact reading) {
    readings.remember(Commit.of(need), reading);
  }
}
