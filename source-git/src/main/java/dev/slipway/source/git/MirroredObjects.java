package dev.slipway.source.git;

import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Head;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads refs and commits of a mirror, in this process. */
record MirroredObjects(Repository repository) {

  private static final int MEANINGS_MAX = 8;

  /** Where these refs point in the mirror. */
  List<Head> heads(List<RefName> refs) throws IOException {
    List<Head> heads = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      for (RefName ref : refs) {
        heads.add(new Head(ref, commit(ref, walk)));
      }
    }
    return List.copyOf(heads);
  }

  private Optional<Sha> commit(RefName name, RevWalk walk) throws IOException {
    if (!Repository.isValidRefName(name.value())) {
      return Optional.empty();
    }
    Ref ref = repository.exactRef(name.value());
    if (ref == null || ref.getObjectId() == null) {
      return Optional.empty();
    }
    RevObject object = walk.peel(walk.parseAny(ref.getObjectId()));
    return object instanceof RevCommit commit
        ? Optional.of(new Sha(commit.name()))
        : Optional.empty();
  }

  boolean hasCommit(Sha sha) throws IOException {
    try (ObjectReader reader = repository.newObjectReader()) {
      ObjectId id = ObjectId.fromString(sha.value());
      return reader.has(id) && reader.open(id).getType() == Constants.OBJ_COMMIT;
    }
  }

  /** The commits that begin with these digits, a few at most. */
  List<Sha> commitsStartingWith(String digits) throws IOException {
    List<Sha> commits = new ArrayList<>();
    try (ObjectReader reader = repository.newObjectReader()) {
      for (ObjectId id : reader.resolve(AbbreviatedObjectId.fromString(digits))) {
        if (reader.open(id).getType() == Constants.OBJ_COMMIT && commits.size() < MEANINGS_MAX) {
          commits.add(new Sha(id.name()));
        }
      }
    }
    return List.copyOf(commits);
  }
}
