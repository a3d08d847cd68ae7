package dev.slipway.simulator;

import dev.slipway.ledger.memory.MemoryBlobs;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Commit;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.need.Head;
import dev.slipway.model.state.Artifact;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The one repository, on its host: commits by number, heads that move, and times of being away. */
public final class SourceControl implements Repository {

  static final RepositoryUrl URL = new RepositoryUrl("https://git.example.org/team/shop");

  /** The type of announcements that ship. */
  static final String BUILT = "org.example.built";

  static final RefName MAIN = RefName.ofBranch("main");

  private final MemoryBlobs blobs;
  private final TreeMap<RefName, Sha> heads = new TreeMap<>();
  private boolean away;

  SourceControl(MemoryBlobs blobs) {
    this.blobs = blobs;
    push(MAIN, 1);
  }

  /** The commit of a number; every fifth never becomes healthy. */
  static Sha sha(int number) {
    return new Sha("%040x".formatted(number));
  }

  static boolean isBad(Sha sha) {
    return number(sha) % 5 == 0;
  }

  void push(RefName ref, int number) {
    heads.put(ref, sha(number));
  }

  Optional<Sha> head(RefName ref) {
    return Optional.ofNullable(heads.get(ref));
  }

  void away(boolean isAway) {
    away = isAway;
  }

  @Override
  public Reading<List<Head>> heads(RepositoryUrl repository, List<RefName> refs) {
    return read(refs.stream().map(ref -> new Head(ref, head(ref))).toList());
  }

  @Override
  public Reading<Heads> allHeads(RepositoryUrl repository, Optional<String> unless) {
    String token = heads.toString();
    boolean changed = unless.filter(token::equals).isEmpty();
    List<Head> all =
        heads.entrySet().stream()
            .map(head -> new Head(head.getKey(), Optional.of(head.getValue())))
            .toList();
    return read(new Heads(all, token, changed));
  }

  @Override
  public Reading<Resolved> resolve(RepositoryUrl repository, Optional<String> revision) {
    return read(
        revision
            .filter(words -> words.length() == head(MAIN).orElseThrow().value().length())
            .map(words -> new Resolved(new Sha(words), Optional.empty()))
            .orElseGet(() -> new Resolved(head(MAIN).orElseThrow(), Optional.of(MAIN))));
  }

  @Override
  public Reading<Tree> tree(RepositoryUrl repository, Sha sha, Optional<String> path) {
    Bytes document = Bytes.ofUtf8(document(sha));
    return read(
        new Tree(path.map(any -> document), new Artifact.CommitArchive(URL, sha, archive(sha))));
  }

  /** Commits are numbered, and each comes after those before it. */
  @Override
  public Reading<Boolean> contains(RepositoryUrl repository, Sha commit, Sha other) {
    return read(commit.compareTo(other) >= 0);
  }

  /** Each commit is by one of three; a commit follows all of lower numbers. */
  @Override
  public Reading<Set<String>> authors(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    long last = number(head);
    long first = base.map(SourceControl::number).map(known -> known + 1).orElse(last);
    Set<String> addresses = new TreeSet<>();
    LongStream.rangeClosed(first, last)
        .forEach(number -> addresses.add(Approvers.address(author(number))));
    return read(addresses);
  }

  /** A commit follows all of lower numbers. */
  @Override
  public Reading<CommitLog> log(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    long first = base.map(SourceControl::number).orElse(0L) + 1;
    int total = (int) Math.max(0, number(head) - first + 1);
    List<Commit> newest =
        LongStream.iterate(number(head), number -> number >= first, number -> number - 1)
            .limit(CommitLog.NEWEST_MAX)
            .mapToObj(SourceControl::commit)
            .toList();
    return read(new CommitLog(newest, total, true));
  }

  private static Commit commit(long number) {
    return new Commit(
        new Sha("%040x".formatted(number)),
        "Change " + number,
        Approvers.address(author(number)),
        Instant.EPOCH.plusSeconds(number),
        Optional.empty());
  }

  private static int author(long number) {
    return (int) (number % Approvers.COUNT);
  }

  /** Who wrote what lies between two commits. */
  public static Set<ActorId> writers(Optional<Sha> base, Sha head) {
    long last = number(head);
    return LongStream.rangeClosed(base.map(known -> number(known) + 1).orElse(last), last)
        .mapToObj(number -> Approvers.person(author(number)))
        .collect(Collectors.toSet());
  }

  private static long number(Sha sha) {
    return Long.parseLong(sha.value().substring(24), 16);
  }

  private Digest archive(Sha sha) {
    byte[] content = ("archive of " + sha).getBytes(StandardCharsets.UTF_8);
    try {
      return blobs.keep(out -> out.write(content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> Reading<T> read(T value) {
    return away
        ? new Reading.Unavailable<>(new Reason("source-away", "The host does not answer."))
        : new Reading.Read<>(value);
  }

  private static String document(Sha sha) {
    return """
    application: shop
    services:
      web:
        run: ./bin/web %1$s
        timeout: 5m
      migrate:
        command: ./bin/migrate %1$s
        timeout: 5m
    route: [staging, production]
    on_failure: rollback
    triggers:
      - {on: push, branch: main}
      - {on: event, type: %2$s}
    """
        .formatted(sha.abbreviated() + "-" + sha.value().substring(32), BUILT);
  }
}
