package dev.slipway.http;

import dev.slipway.ledger.Blobs;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Commit;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Inclusion;
import dev.slipway.model.need.PullRequest;
import dev.slipway.model.state.Artifact.CommitArchive;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every repository is the same one: a commit on main that holds one document. */
record OneRepository(Blobs blobs, String document) implements Repository {

  static final Sha COMMIT = new Sha("c".repeat(40));
  private static final RefName MAIN = RefName.ofBranch("main");

  @Override
  public Reading<List<Head>> heads(RepositoryUrl repository, List<RefName> refs) {
    return new Reading.Read<>(List.of(new Head(MAIN, Optional.of(COMMIT))));
  }

  @Override
  public Reading<Heads> allHeads(RepositoryUrl repository, Optional<String> unless) {
    return new Reading.Read<>(
        new Heads(List.of(new Head(MAIN, Optional.of(COMMIT))), "token", unless.isEmpty()));
  }

  @Override
  public Reading<Resolved> resolve(RepositoryUrl repository, Optional<String> revision) {
    if (revision.filter("nowhere"::equals).isPresent()) {
      return new Reading.Unusable<>(new Reason("no-such-revision", "There is no nowhere."));
    }
    return revision.filter("e".repeat(40)::equals).isPresent()
        ? new Reading.Unusable<>(new Reason("commit-not-found", "No branch or tag holds it."))
        : new Reading.Read<>(new Resolved(COMMIT, Optional.of(MAIN)));
  }

  @Override
  public Reading<Tree> tree(RepositoryUrl repository, Sha sha, Optional<String> path) {
    return new Reading.Read<>(
        new Tree(
            path.map(any -> Bytes.ofUtf8(document)),
            new CommitArchive(repository, sha, archive())));
  }

  @Override
  public Reading<Inclusion> inclusion(RepositoryUrl repository, Sha commit, Sha other) {
    return new Reading.Read<>(
        commit.equals(other) ? new Inclusion.Included() : new Inclusion.Unrelated());
  }

  @Override
  public Reading<Set<String>> authors(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    return new Reading.Read<>(Set.of("author@example.org"));
  }

  /** One commit leads from anywhere to anywhere. */
  @Override
  public Reading<CommitLog> log(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    return new Reading.Read<>(
        new CommitLog(
            List.of(
                new Commit(
                    COMMIT,
                    "Add a <b>shop</b>",
                    "Alice",
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.of(
                        new PullRequest(12, Optional.of("https://github.com/team/shop/pull/12"))))),
            1,
            true));
  }

  Digest archive() {
    try {
      return blobs.keep(out -> out.write("archive".getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
