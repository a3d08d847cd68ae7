package dev.slipway.source.git;

import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.source.Reading;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.FooterLine;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Who wrote commits, by their addresses. Stateless. */
final class Authors {

  /** More commits than that are no change that somebody looks at before approving it. */
  static final int COMMITS_MAX = 10_000;

  private static final int ADDRESS_LENGTH_MAX = 254;

  private Authors() {}

  /** The addresses in commits that lead from a base to a head; without a base, in the head. */
  static Reading<Set<String>> between(ObjectReader reader, Optional<Sha> base, Sha head)
      throws IOException {
    Set<String> addresses = new TreeSet<>();
    try (RevWalk walk = new RevWalk(reader)) {
      RevCommit newest = walk.parseCommit(id(head));
      collect(newest, addresses);
      if (base.isEmpty()) {
        return new Reading.Read<>(addresses);
      }
      walk.markStart(newest);
      if (reader.has(id(base.get()))) {
        walk.markUninteresting(walk.parseCommit(id(base.get())));
      }
      int count = 0;
      for (RevCommit commit : walk) {
        count++;
        if (count > COMMITS_MAX) {
          return new Reading.Unusable<>(
              new Reason("too-many-commits", "More than 10,000 commits are in this change."));
        }
        collect(commit, addresses);
      }
    }
    return new Reading.Read<>(addresses);
  }

  private static ObjectId id(Sha sha) {
    return ObjectId.fromString(sha.value());
  }

  private static void collect(RevCommit commit, Set<String> addresses) {
    Optional.ofNullable(commit.getAuthorIdent())
        .map(PersonIdent::getEmailAddress)
        .ifPresent(address -> add(address, addresses));
    Optional.ofNullable(commit.getCommitterIdent())
        .map(PersonIdent::getEmailAddress)
        .ifPresent(address -> add(address, addresses));
    for (FooterLine line : commit.getFooterLines()) {
      if (line.getKey().equalsIgnoreCase("Co-authored-by")) {
        Optional.ofNullable(line.getEmailAddress()).ifPresent(it -> add(it, addresses));
      }
    }
  }

  private static void add(String address, Set<String> addresses) {
    String plain = address.strip().toLowerCase(Locale.ROOT);
    addresses.add(
        plain.length() > ADDRESS_LENGTH_MAX ? plain.substring(0, ADDRESS_LENGTH_MAX) : plain);
  }
}
