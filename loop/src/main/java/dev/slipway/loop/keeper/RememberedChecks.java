package dev.slipway.loop.keeper;

import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Need;
import dev.slipway.source.CommitChecks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last reading of the checks of each commit, of those used last. Whoever asks says how old it
 * may be, so that what several wait for is read once. Thread-safe.
 */
final class RememberedChecks {

  private static final int COMMITS_MAX = 1_000;

  private final CommitChecks source;
  private final Map<Commit, Fact> readings =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Commit, Fact> eldest) {
          return size() > COMMITS_MAX;
        }
      };

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

  synchronized Optional<Fact> remembered(Need.ChecksOf need) {
    return Optional.ofNullable(readings.get(Commit.of(need)))
        .filter(reading -> !reading.at().isBefore(need.since()));
  }

  /** Keeps a reading, unless a later one is there. */
  synchronized void remember(Need.ChecksOf need, Fact reading) {
    readings.merge(
        Commit.of(need), reading, (one, other) -> other.at().isBefore(one.at()) ? one : other);
  }
}
