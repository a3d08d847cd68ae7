package dev.slipway.source.git;

import dev.slipway.model.Reason;
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
  static Reading<CommitLog> between(ObjectReader reader, Optional<Sha> base, Sha head)
      throws IOException {
    if (base.isPresent() && !reader.has(id(base.get()))) {
      return new Reading.Unusable<>(
          new Reason(
              "commit-not-found",
              "No branch or tag of the repository holds the commit " + base.get() + "."));
    }
    List<Commit> newest = new ArrayList<>();
    int total = 0;
    try (RevWalk walk = new RevWalk(reader)) {
      walk.markStart(walk.parseCommit(id(head)));
      if (base.isPresent()) {
        walk.markUninteresting(walk.parseCommit(id(base.get())));
      }
      for (RevCommit commit : walk) {
        if (total == CommitLog.TOTAL_MAX) {
          return new Reading.Read<>(new CommitLog(newest, total, false));
        }
        total++;
        if (newest.size() < CommitLog.NEWEST_MAX) {
          newest.add(inShort(commit));
        }
      }
    }
    return new Reading.Read<>(new CommitLog(newest, total, true));
  }

  private static Commit inShort(RevCommit commit) {
    Optional<PersonIdent> author = Optional.ofNullable(commit.getAuthorIdent());
    return new Commit(
        new Sha(commit.name()),
        clipped(commit.getShortMessage(), Commit.SUBJECT_LENGTH_MAX),
        clipped(author.map(PersonIdent::getName).orElse(""), Commit.AUTHOR_LENGTH_MAX),
        author.map(PersonIdent::getWhenAsInstant).map(History::sensible).orElse(Instant.EPOCH));
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
