package dev.slipway.bench.inside;

import dev.slipway.ledger.Blobs;
import dev.slipway.model.Bytes;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Inclusion;
import dev.slipway.model.state.Artifact.CommitArchive;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A repository with one commit on one branch, which is read in no time. */
record OneCommit(Blobs blobs, String document) implements Repository {

  static final RepositoryUrl URL = new RepositoryUrl("https://git.example/inside");
  static final Sha HEAD = new Sha("a".repeat(40));
  private static final RefName MAIN = RefName.ofBranch("main");

  @Override
  public Reading<List<Head>> heads(RepositoryUrl repository, List<RefName> refs) {
    return new Reading.Read<>(List.of(new Head(MAIN, Optional.of(HEAD))));
  }

  @Override
  public Reading<Heads> allHeads(RepositoryUrl repository, Optional<String> unless) {
    return new Reading.Read<>(
        new Heads(List.of(new Head(MAIN, Optional.of(HEAD))), "1", unless.isEmpty()));
  }

  @Override
  public Reading<Resolved> resolve(RepositoryUrl repository, Optional<String> revision) {
    return new Reading.Read<>(new Resolved(HEAD, Optional.of(MAIN)));
  }

  @Override
  public Reading<Tree> tree(RepositoryUrl repository, Sha sha, Optional<String> path) {
    byte[] content = "archive".getBytes(StandardCharsets.UTF_8);
    try {
      return new Reading.Read<>(
          new Tree(
              path.map(_ -> Bytes.ofUtf8(document)),
              new CommitArchive(repository, sha, blobs.keep(out -> out.write(content)))));
    } catch (IOException e) {
      throw new UncheckedIOException("A blob could not be kept", e);
    }
  }

  @Override
  public Reading<Inclusion> inclusion(RepositoryUrl repository, Sha commit, Sha other) {
    return new Reading.Read<>(
        commit.equals(other) ? new Inclusion.Included() : new Inclusion.Unrelated());
  }

  @Override
  public Reading<Set<String>> authors(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    return new Reading.Read<>(Set.of());
  }

  @Override
  public Reading<CommitLog> log(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    return new Reading.Read<>(new CommitLog(List.of(), 0, true));
  }
}
