package dev.slipway.source;

import dev.slipway.model.Bytes;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Inclusion;
import dev.slipway.model.state.Artifact.CommitArchive;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads repositories. Methods block on I/O and are called from threads of the loop's choosing;
 * thread-safe. Every method returns a {@link Reading}: what the source said, or why it said
 * nothing; none throws for what a repository holds.
 */
public interface Repository {

  /**
   * Where these refs point now, asked of the source itself; an absent commit means that the ref is
   * gone.
   */
  Reading<List<Head>> heads(RepositoryUrl repository, List<RefName> refs);

  /**
   * Every branch and tag, if anything changed since {@code unless}, the {@link Heads#token} of an
   * earlier call.
   */
  Reading<Heads> allHeads(RepositoryUrl repository, Optional<String> unless);

  /** Which commit a person's words mean; absent words mean the default branch's head. */
  Reading<Resolved> resolve(RepositoryUrl repository, Optional<String> revision);

  /**
   * The bytes of one file at a commit, and the digest of the commit's whole archive, which was put
   * into the store.
   */
  Reading<Tree> tree(RepositoryUrl repository, Sha sha, Optional<String> path);

  /** What another commit is to a commit, as their history tells. */
  Reading<Inclusion> inclusion(RepositoryUrl repository, Sha commit, Sha other);

  /**
   * The addresses of everybody who wrote a part of the commits that are in {@code head} and not in
   * {@code base}: authors, committers and co-authors, in lower case. Without a base, of {@code
   * head} alone. A base that is not there any more leaves nothing out.
   */
  Reading<Set<String>> authors(RepositoryUrl repository, Optional<Sha> base, Sha head);

  /**
   * The commits that are in {@code head} and not in {@code base}, newest first; without a base, all
   * that {@code head} descends from. A base that is not there any more is told.
   */
  Reading<CommitLog> log(RepositoryUrl repository, Optional<Sha> base, Sha head);

  /** All heads, and a token that stands for exactly them. */
  record Heads(List<Head> heads, String token, boolean changed) {
    public Heads {
      heads = List.copyOf(heads);
    }
  }

  record Resolved(Sha sha, Optional<RefName> ref) {}

  record Tree(Optional<Bytes> document, CommitArchive archive) {}
}
