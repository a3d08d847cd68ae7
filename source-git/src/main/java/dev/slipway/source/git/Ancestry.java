package dev.slipway.source.git;

import dev.slipway.model.Sha;
import dev.slipway.model.need.Inclusion;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/** Which commits a commit is made of: itself, and all that it descends from. */
record Ancestry(Repository repository) {

  /**
   * What another commit is to one that is here; one that no fetch ever brought is nothing to it.
   */
  Inclusion inclusion(Sha commit, Sha other) throws IOException {
    if (!new MirroredObjects(repository).hasCommit(other)) {
      return new Inclusion.Unrelated();
    }
    ObjectId head = ObjectId.fromString(commit.value());
    ObjectId earlier = ObjectId.fromString(other.value());
    if (isMerged(earlier, head)) {
      Optional<Sha> by = new Reverts(repository).of(earlier, head);
      return by.<Inclusion>map(Inclusion.TakenBack::new).orElseGet(Inclusion.Included::new);
    }
    return haveCommon(earlier, head) ? new Inclusion.Beside() : new Inclusion.Unrelated();
  }

  private boolean isMerged(ObjectId earlier, ObjectId head) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.isMergedInto(walk.parseCommit(earlier), walk.parseCommit(head));
    }
  }

  private boolean haveCommon(ObjectId one, ObjectId other) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(one));
      walk.markStart(walk.parseCommit(other));
      return Optional.ofNullable(walk.next()).isPresent();
    }
  }
}
