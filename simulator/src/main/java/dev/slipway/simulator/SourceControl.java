package dev.slipway.simulator;

import dev.slipway.ledger.Blobs;
import dev.slipway.model.ActorId;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Commit;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Inclusion;
import dev.slipway.model.state.Artifact;
import dev.slipway.simulator.people.Approvers;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The repositories, on their host: commits by number, heads that move, and times of being away. */
public final class SourceControl implements Repository {

  public static final RefName MAIN = RefName.ofBranch("main");

  private final Blobs blobs;
  private final List<Program> programs;
  private final List<EnvironmentName> route;
  private final Map<RepositoryUrl, Sha> heads = new HashMap<>();
  private final CheckHost checks;
  private final ImageHost images;
  private final DeploymentHost deployments;
  private boolean away;

  SourceControl(Blobs blobs, List<Program> programs, List<EnvironmentName> route, long seed) {
    checks = new CheckHost(this, seed);
    images = new ImageHost(this, seed);
    deployments = new DeploymentHost(this, seed);
    this.blobs = blobs;
    this.programs = programs;
    this.route = route;
    programs.forEach(program -> push(program, 1));
  }

  public void push(Program program, int number) {
    heads.put(program.url(), program.sha(number));
  }

  /** Where the main branches really are. */
  Map<RepositoryUrl, Sha> heads() {
    return Map.copyOf(heads);
  }

  public void away(boolean isAway) {
    away = isAway;
  }

  /** Where the checks of commits are kept. */
  public CheckHost checks() {
    return checks;
  }

  /** Where images are that applications follow. */
  public ImageHost images() {
    return images;
  }

  /** Where deployments are asked for. */
  public DeploymentHost deployments() {
    return deployments;
  }

  boolean isAway() {
    return away;
  }

  private Optional<Sha> head(RepositoryUrl repository, RefName ref) {
    return Optional.ofNullable(heads.get(repository)).filter(_ -> ref.equals(MAIN));
  }

  private Program program(RepositoryUrl url) {
    return programs.stream().filter(one -> one.url().equals(url)).findFirst().orElseThrow();
  }

  @Override
  public Reading<List<Head>> heads(RepositoryUrl repository, List<RefName> refs) {
    return read(refs.stream().map(ref -> new Head(ref, head(repository, ref))).toList());
  }

  @Override
  public Reading<Heads> allHeads(RepositoryUrl repository, Optional<String> unless) {
    Optional<Sha> head = head(repository, MAIN);
    String token = head.toString();
    boolean changed = unless.filter(token::equals).isEmpty();
    List<Head> all = List.of(new Head(MAIN, head));
    return read(new Heads(all, token, changed));
  }

  @Override
  public Reading<Resolved> resolve(RepositoryUrl repository, Optional<String> revision) {
    Sha head = head(repository, MAIN).orElseThrow();
    return read(
        revision
            .filter(words -> words.length() == head.value().length())
            .map(words -> new Resolved(new Sha(words), Optional.empty()))
            .orElseGet(() -> new Resolved(head, Optional.of(MAIN))));
  }

  @Override
  public Reading<Tree> tree(RepositoryUrl repository, Sha sha, Optional<String> path) {
    Bytes document =
        Bytes.ofUtf8(Manifest.of(program(repository), sha, programs, route, images.isFollowed()));
    return read(
        new Tree(
            path.map(any -> document), new Artifact.CommitArchive(repository, sha, archive(sha))));
  }

  @Override
  public Reading<Inclusion> inclusion(RepositoryUrl repository, Sha commit, Sha other) {
    return read(commit.compareTo(other) >= 0 ? new Inclusion.Included() : new Inclusion.Beside());
  }

  /** Each commit is by one of three; a commit follows all of lower numbers. */
  @Override
  public Reading<Set<String>> authors(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    long last = Program.number(head);
    long first = base.map(Program::number).map(known -> known + 1).orElse(last);
    Set<String> addresses = new TreeSet<>();
    LongStream.rangeClosed(first, last)
        .forEach(number -> addresses.add(Approvers.address(author(number))));
    return read(addresses);
  }

  /** A commit follows all of lower numbers. */
  @Override
  public Reading<CommitLog> log(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    long first = base.map(Program::number).orElse(0L) + 1;
    int total = (int) Math.max(0, Program.number(head) - first + 1);
    List<Commit> newest =
        LongStream.iterate(Program.number(head), number -> number >= first, number -> number - 1)
            .limit(CommitLog.NEWEST_MAX)
            .mapToObj(number -> commit(program(repository), number))
            .toList();
    return read(new CommitLog(newest, total, true));
  }

  private static Commit commit(Program program, long number) {
    return new Commit(
        program.sha(number),
        "Change " + number,
        Approvers.address(author(number)),
        Instant.EPOCH.plusSeconds(number),
        Optional.empty(),
        Optional.empty());
  }

  private static int author(long number) {
    return (int) (number % Approvers.COUNT);
  }

  /** Who wrote what lies between two commits. */
  public static Set<ActorId> writers(Optional<Sha> base, Sha head) {
    long last = Program.number(head);
    return LongStream.rangeClosed(base.map(known -> Program.number(known) + 1).orElse(last), last)
        .mapToObj(number -> Approvers.person(author(number)))
        .collect(Collectors.toSet());
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
}
