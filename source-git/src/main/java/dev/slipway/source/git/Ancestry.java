package dev.slipway.source.git;

import dev.slipway.model.Sha;
import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Which commits a commit is made of: itself, and all that it descends from. */
record Ancestry(Repository repository) {

  /**
   * Whether a commit that is here contains another, and none in between takes it back. One that no
   * fetch ever brought is in no commit of this repository.
   */
  boolean contains(Sha commit, Sha other) throws IOException {
    if (!new MirroredObjects(repository).hasCommit(other)) {
      return false;
    }
    ObjectId head = ObjectId.fromString(commit.value());
    ObjectId earlier = ObjectId.fromString(other.value());
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.isMergedInto(walk.parseCommit(earlier), walk.parseCommit(head))
          && !new Reverts(repository).takeBack(earlier, head);
    }
  }
}
