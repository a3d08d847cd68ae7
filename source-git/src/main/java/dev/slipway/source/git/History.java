package dev.slipway.source.git;

import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Commit;
import dev.slipway.model.need.CommitLog;
import dev.slipway.source.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** What was committed, in the words of those who did. Stateless. */
final class History {

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private History() {}

  /** The commits that lead from a base to a head, newest first. */
  static Reading<CommitLog> between(
      RepositoryUrl repository, ObjectReader reader, Optional<Sha> base, Sha head)
      throws IOException {
    if (base.isPresent() && !reader.has(id(base.get()))) {
      return new Reading.Unusable<>(
          new Reason(
              "commit-not-found",
              "No branch or tag of the repository holds the commit " + base.get() + "."));
    }
    List<RevCommit> newest = new ArrayList<>();
    TakenBack takenBack = new TakenBack();
    int total = 0;
    boolean whole = true;
    try (RevWalk walk = walk(reader, head, base)) {
      for (RevCommit commit : walk) {
        if (total == CommitLog.TOTAL_MAX) {
          whole = false;
          break;
        }
        total++;
        takenBack.hear(commit);
        if (newest.size() < CommitLog.NEWEST_MAX) {
          newest.add(commit);
        }
      }
    }
    for (TakenBack.Side side : takenBack.sides()) {
      takeBack(side, reader, takenBack);
    }
    List<Commit> shown =
        newest.stream().map(commit -> inShort(repository, commit, takenBack)).toList();
    return new Reading.Read<>(new CommitLog(shown, total, whole));
  }

  private static RevWalk walk(ObjectReader reader, Sha head, Optional<Sha> base)
      throws IOException {
    RevWalk walk = new RevWalk(reader);
    walk.markStart(walk.parseCommit(id(head)));
    if (base.isPresent()) {
      walk.markUninteresting(walk.parseCommit(id(base.get())));
    }
    return walk;
  }

  /** Whoever takes a merge back takes back all that it had brought. */
  private static void takeBack(TakenBack.Side side, ObjectReader reader, TakenBack takenBack)
      throws IOException {
    if (!reader.has(id(side.merge())) || !reader.has(id(side.main()))) {
      return;
    }
    try (RevWalk walk = walk(reader, side.merge(), Optional.of(side.main()))) {
      int left = CommitLog.NEWEST_MAX;
      for (RevCommit commit : walk) {
        if (left == 0) {
          return;
        }
        left--;
        takenBack.add(commit.name(), side.by());
      }
    }
  }

  private static Commit inShort(RepositoryUrl repository, RevCommit commit, TakenBack takenBack) {
    Optional<PersonIdent> author = Optional.ofNullable(commit.getAuthorIdent());
    return new Commit(
        new Sha(commit.name()),
        clipped(commit.getShortMessage(), Commit.SUBJECT_LENGTH_MAX),
        clipped(author.map(PersonIdent::getName).orElse(""), Commit.AUTHOR_LENGTH_MAX),
        author.map(PersonIdent::getWhenAsInstant).map(History::sensible).orElse(Instant.EPOCH),
        takenBack.by(commit.name()),
        PullRequests.of(repository, commit.getFullMessage()));
  }

  /** Clocks of authors say anything. */
  private static Instant sensible(Instant at) {
    return at.isBefore(Instant.EPOCH) || at.isAfter(LATEST) ? Instant.EPOCH : at;
  }

  /** No longer than allowed, and no character cut in half. */
  private static String clipped(String text, int max) {
    return text.codePointCount(0, text.length()) <= max
        ? text
        : text.substring(0, text.offsetByCodePoints(0, max - 1)) + "…";
  }

  private static ObjectId id(Sha sha) {
    return ObjectId.fromString(sha.value());
  }
}
