package dev.slipway.source.git;

import dev.slipway.model.Sha;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Which commits a commit is made of: itself, and all that it descends from. */
record Ancestry(Repository repository) {

  /**
   * Whether a commit that is here contains another. One that no fetch ever brought is in no commit
   * of this repository.
   */
  boolean contains(Sha commit, Sha other) throws IOException {
    if (!new MirroredObjects(repository).hasCommit(other)) {
      return false;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit head = walk.parseCommit(ObjectId.fromString(commit.value()));
      return walk.isMergedInto(walk.parseCommit(ObjectId.fromString(other.value())), head);
    }
  }
}
