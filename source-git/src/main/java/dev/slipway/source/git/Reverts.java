package dev.slipway.source.git;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Which commits others take back, by the sentence that {@code git revert} writes into its commits.
 * A revert that is itself taken back takes nothing back.
 */
record Reverts(Repository repository) {

  /**
   * After that many commits nobody's word is looked for any more, and nothing counts as taken back.
   */
  private static final int COMMITS_MAX = 10_000;

  private static final Pattern SENTENCE =
      Pattern.compile("\\bThis reverts commit ([0-9a-f]{40})\\b");

  /** Whether a commit that comes after another, up to a head, takes that other one back. */
  boolean takeBack(ObjectId earlier, ObjectId head) throws IOException {
    Set<String> takenBack = new HashSet<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.sort(RevSort.TOPO);
      walk.markStart(walk.parseCommit(head));
      walk.markUninteresting(walk.parseCommit(earlier));
      int count = 0;
      // Whatever takes a commit back comes before it here, for the newest come first.
      for (RevCommit commit : walk) {
        count++;
        if (count > COMMITS_MAX) {
          return false;
        }
        if (!takenBack.contains(commit.name())) {
          Matcher named = SENTENCE.matcher(commit.getFullMessage());
          while (named.find()) {
            takenBack.add(named.group(1));
          }
        }
      }
    }
    return takenBack.contains(earlier.name());
  }
}
