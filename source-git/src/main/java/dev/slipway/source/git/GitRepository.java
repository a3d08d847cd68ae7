package dev.slipway.source.git;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.model.Bytes;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Inclusion;
import dev.slipway.model.state.Artifact.CommitArchive;
import dev.slipway.source.ArchiveStore;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import dev.slipway.source.git.Destinations.Resolver;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Reads Git repositories over https, http, ssh, git and the local file system. Thread-safe; calls
 * for two repositories do not wait for each other, calls that use one mirror do.
 */
public final class GitRepository implements Repository {

  /** How long one git command may take; a first clone is one command. */
  public static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path folder;
  private final ArchiveStore archives;
  private final GitCommand git;
  private final Destinations destinations;
  private final SshLogins logins;
  private final Map<RepositoryUrl, ReentrantLock> locks = new ConcurrentHashMap<>();

  private GitRepository(
      Path folder,
      ArchiveStore archives,
      GitCommand git,
      Destinations destinations,
      SshLogins logins) {
    this.folder = folder;
    this.archives = archives;
    this.git = git;
    this.destinations = destinations;
    this.logins = logins;
  }

  /**
   * Keeps mirrors in a folder that is its alone, and removes what a crash left there.
   *
   * @param patience how long one git command may take
   * @param ssh the hosts that may be asked over SSH, and no others; each once
   */
  public static GitRepository keepingMirrorsIn(
      Path folder, ArchiveStore archives, Duration patience, List<SshHost> ssh) throws IOException {
    return keepingMirrorsIn(folder, archives, patience, ssh, InetAddress::getAllByName);
  }

  static GitRepository keepingMirrorsIn(Path folder, ArchiveStore archives, Duration patience)
      throws IOException {
    return keepingMirrorsIn(folder, archives, patience, List.of());
  }

  static GitRepository keepingMirrorsIn(
      Path folder, ArchiveStore archives, Duration patience, List<SshHost> ssh, Resolver resolver)
      throws IOException {
    Path mirrors = Files.createDirectories(folder.resolve("mirrors")).toRealPath();
    Path home = Files.createDirectories(folder.resolve("empty-home")).toRealPath();
    try (Stream<Path> found = Files.list(mirrors)) {
      for (Path mirror : found.toList()) {
        new Mirror(mirror, new ReentrantLock()).tidy();
      }
    }
    return new GitRepository(
        mirrors,
        archives,
        new GitCommand(home, patience),
        new Destinations(resolver),
        SshLogins.linkedIn(home.resolveSibling("ssh"), ssh));
  }

  @Override
  public Reading<List<Head>> heads(RepositoryUrl repository, List<RefName> refs) {
    return withLocked(
        repository,
        copy -> {
          // One command usually; where it does not do, the origin's listing is as true.
          return copy.fetchNamed(refs)
              ? copy.read(objects -> new Reading.Read<>(new MirroredObjects(objects).heads(refs)))
              : Readings.map(copy.branchesAndTags(), listing -> listing.heads(refs));
        });
  }

  @Override
  public Reading<Heads> allHeads(RepositoryUrl repository, Optional<String> unless) {
    return with(
        repository,
        copy ->
            Readings.map(
                copy.branchesAndTags(),
                listing ->
                    new Heads(
                        listing.heads(),
                        listing.token(),
                        !unless.equals(Optional.of(listing.token())))));
  }

  @Override
  public Reading<Resolved> resolve(RepositoryUrl repository, Optional<String> revision) {
    return revision.isEmpty() || revision.get().equals("HEAD")
        ? with(repository, GitRepository::defaultBranch)
        : withLocked(repository, copy -> resolve(copy, new Revision(revision.get())));
  }

  private static Reading<Resolved> defaultBranch(Copy copy) {
    return Readings.flatMap(
        copy.head(),
        listing -> {
          Optional<Sha> sha = listing.commit(new RefName("HEAD"));
          return sha.isPresent()
              ? new Reading.Read<>(new Resolved(sha.get(), listing.head()))
              : new Reading.Unusable<>(
                  new Reason(
                      "repository-empty", "The repository's default branch has no commit yet."));
        });
  }

  private static Reading<Resolved> resolve(Copy copy, Revision revision) throws IOException {
    if (revision.full().isPresent()) {
      Sha sha = revision.full().get();
      return Commits.here(copy, sha, _ -> new Reading.Read<>(new Resolved(sha, Optional.empty())));
    }
    Reading<Listing> listing = copy.branchesAndTags();
    if (!(listing instanceof Reading.Read<Listing>(Listing listed))) {
      return Readings.failed(listing);
    }
    List<Resolved> meanings = new ArrayList<>(revision.named(listed));
    if (revision.mayBeAbbreviated()) {
      if (copy.fetchEverything() instanceof Fetched.Not(Reason because)) {
        return new Reading.Unavailable<>(because);
      }
      return copy.read(objects -> {
        new MirroredObjects(objects)
            .commitsStartingWith(revision.words())
            .forEach(sha -> meanings.add(new Resolved(sha, Optional.empty())));
        return revision.only(meanings);
      });
    }
    return revision.only(meanings);
  }

  @Override
  public Reading<Tree> tree(RepositoryUrl repository, Sha sha, Optional<String> path) {
    return withLocked(
        repository,
        copy -> Commits.here(copy, sha, tree -> read(copy.mirror(), repository, sha, path, tree)));
  }

  @Override
  public Reading<Inclusion> inclusion(RepositoryUrl repository, Sha commit, Sha other) {
    return withLocked(
        repository,
        copy ->
            Commits.here(
                copy,
                commit,
                _ ->
                    copy.read(objects ->
                        new Reading.Read<>(new Ancestry(objects).inclusion(commit, other)))));
  }

  @Override
  public Reading<Set<String>> authors(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    return withLocked(
        repository,
        copy -> Commits.here(copy, head, tree -> Authors.between(tree.reader(), base, head)));
  }

  @Override
  public Reading<CommitLog> log(RepositoryUrl repository, Optional<Sha> base, Sha head) {
    return withLocked(
        repository,
        copy ->
            Commits.here(
                copy, head, tree -> History.between(repository, tree.reader(), base, head)));
  }

  private Reading<Tree> read(
      Mirror mirror, RepositoryUrl repository, Sha sha, Optional<String> path, CommitTree tree)
      throws IOException {
    Reading<Optional<Bytes>> document =
        path.isPresent()
            ? Readings.map(tree.document(path.get()), Optional::of)
            : new Reading.Read<>(Optional.empty());
    if (!(document instanceof Reading.Read<Optional<Bytes>>(Optional<Bytes> bytes))) {
      return Readings.failed(document);
    }
    return Readings.map(
        new Archiving(archives, mirror).archive(sha, tree),
        digest -> new Tree(bytes, new CommitArchive(repository, sha, digest)));
  }

  /** Something done with a copy. */
  @FunctionalInterface
  private interface Work<T> {
    Reading<T> on(Copy copy) throws IOException;
  }

  private <T> Reading<T> withLocked(RepositoryUrl repository, Work<T> work) {
    return with(
        repository,
        copy -> {
          ReentrantLock lock = copy.mirror().lock();
          lock.lock();
          try {
            return work.on(copy);
          } finally {
            lock.unlock();
          }
        });
  }

  private <T> Reading<T> with(RepositoryUrl repository, Work<T> work) {
    Optional<Address> address = Address.of(repository);
    if (address.isEmpty()) {
      return new Reading.Unusable<>(
          new Reason(
              "repository-address",
              "The repository's address must be https, http, ssh, git, user@host:path, or an"
                  + " absolute path."));
    }
    return destinations
        .judged(address.get())
        .then(judged -> letIn(repository, judged))
        .then(admitted -> worked(repository, admitted, work));
  }

  private Reading<Address> letIn(RepositoryUrl repository, Address address) {
    return SshPlace.of(repository)
        .map(place -> Readings.map(logins.at(place), address::by))
        .orElseGet(() -> new Reading.Read<>(address));
  }

  private <T> Reading<T> worked(RepositoryUrl repository, Address address, Work<T> work) {
    try {
      return work.on(new Copy(address, mirror(repository), git));
    } catch (IOException _) {
      return new Reading.Unavailable<>(
          new Reason(
              "mirror-broken",
              "The mirror of the repository cannot be read or written on this server's disk."));
    }
  }

  private Mirror mirror(RepositoryUrl repository) {
    return new Mirror(
        folder.resolve(folderName(repository)),
        locks.computeIfAbsent(repository, _ -> new ReentrantLock()));
  }

  /** Nothing of the address becomes a part of a path. */
  private static String folderName(RepositoryUrl repository) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(repository.value().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
