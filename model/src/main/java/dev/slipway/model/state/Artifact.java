package dev.slipway.model.state;

import dev.slipway.model.Digest;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;

/** What is delivered, pinned by digest. */
public sealed interface Artifact {

  Digest digest();

  /** The tree of a commit as a deterministic tar archive, held among the blobs. */
  record CommitArchive(RepositoryUrl repository, Sha sha, Digest digest) implements Artifact {}
}
