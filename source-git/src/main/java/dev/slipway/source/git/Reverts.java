package dev.slipway.source.git;

import dev.slipway.model.Sha;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/** Which commits take back what came before them. */
record Reverts(Repository repository) {

  /**
   * After that many commits nobody's word is looked for any more, and nothing counts as taken back.
   */
  private static final int COMMITS_MAX = 10_000;

  /**
   * The commit that comes after another, up to a head, and takes that other one back: by itself, or
   * with the merge that had brought it.
   */
  Optional<Sha> of(ObjectId earlier, ObjectId head) throws IOException {
    TakenBack takenBack = new TakenBack();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.sort(RevSort.TOPO);
      walk.markStart(walk.parseCommit(head));
      walk.markUninteresting(walk.parseCommit(earlier));
      int count = 0;
      for (RevCommit commit : walk) {
        count++;
        if (count > COMMITS_MAX) {
          return Optional.empty();
        }
        takenBack.hear(commit);
      }
    }
    Optional<Sha> itself = takenBack.by(earlier.name());
    return itself.isPresent() ? itself : withMerge(takenBack, earlier);
  }

  private Optional<Sha> withMerge(TakenBack takenBack, ObjectId earlier) throws IOException {
    for (TakenBack.Side side : takenBack.sides()) {
      if (isIn(side.merge(), earlier) && !isIn(side.main(), earlier)) {
        return Optional.of(side.by());
      }
    }
    return Optional.empty();
  }

  /** Whoever takes something back may name what is no commit here. */
  private boolean isIn(Sha commit, ObjectId earlier) throws IOException {
    if (!new MirroredObjects(repository).hasCommit(commit)) {
      return false;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.isMergedInto(
          walk.parseCommit(earlier), walk.parseCommit(ObjectId.fromString(commit.value())));
    }
  }
}
