package dev.slipway.source.git;

import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/** Whether commits take back what came before them. */
record Reverts(Repository repository) {

  /**
   * After that many commits nobody's word is looked for any more, and nothing counts as taken back.
   */
  private static final int COMMITS_MAX = 10_000;

  /** Whether a commit that comes after another, up to a head, takes that other one back. */
  boolean takeBack(ObjectId earlier, ObjectId head) throws IOException {
    TakenBack takenBack = new TakenBack();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.sort(RevSort.TOPO);
      walk.markStart(walk.parseCommit(head));
      walk.markUninteresting(walk.parseCommit(earlier));
      int count = 0;
      for (RevCommit commit : walk) {
        count++;
        if (count > COMMITS_MAX) {
          return false;
        }
        takenBack.hear(commit);
      }
    }
    return takenBack.by(earlier.name()).isPresent();
  }
}
