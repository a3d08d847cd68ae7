package dev.slipway.loop;

import dev.slipway.ledger.memory.MemoryBlobs;
import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Inclusion;
import dev.slipway.model.state.Artifact;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One repository with one branch, on a host that can be away. */
final class Host implements Repository {

  static final RepositoryUrl URL = new RepositoryUrl("https://git.example/shop");
  static final RefName MAIN = RefName.ofBranch("main");

  private final MemoryBlobs blobs;
  private final String document;
  private Sha head = new Sha("a".repeat(40));
  boolean away;
  int looks;

  Host(MemoryBlobs blobs, String document) {
    this.blobs = blobs;
    this.document = document;
  }

  void push(Sha sha) {
    head = sha;
  }

  @Override
  public Reading<List<Head>> heads(RepositoryUrl repository, List<RefName> refs) {
    return read(List.of(new Head(MAIN, Optional.of(head))));
  }

  @Override
  public Reading<Heads> allHeads(RepositoryUrl repository, Optional<String> unless) {
    looks++;
    List<Head> heads = List.of(new Head(MAIN, Optional.of(head)));
    return read(new Heads(heads, head.value(), unless.filter(head.value()::equals).isEmpty()));
  }

  @Override
  public Reading<Resolved> resolve(RepositoryUrl repository, Optional<String> revision) {
    return read(new Resolved(head, Optional.of(MAIN)));
  }

  @Override
  public Reading<Set<String>> authors(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    return read(Set.of());
  }

  @Override
  public Reading<Tree> tree(RepositoryUrl repository, Sha sha, Optional<String> path) {
    try {
      byte[] content = ("archive of " + sha).getBytes(StandardCharsets.UTF_8);
      return read(
          new Tree(
              path.map(any -> Bytes.ofUtf8(document)),
              new Artifact.CommitArchive(repository, sha, blobs.keep(out -> out.write(content)))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Reading<Inclusion> inclusion(RepositoryUrl repository, Sha commit, Sha other) {
    return read(commit.equals(other) ? new Inclusion.Included() : new Inclusion.Unrelated());
  }

  @Override
  public Reading<CommitLog> log(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    return read(new CommitLog(List.of(), 0, true));
  }

  private <T> Reading<T> read(T value) {
    return away
        ? new Reading.Unavailable<>(new Reason("timeout", "No answer within 30 s."))
        : new Reading.Read<>(value);
  }
}
