package dev.slipway.loop.inbox;

import dev.slipway.loop.door.Sources;
import dev.slipway.loop.port.Journal;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.CommitLog;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Inclusion;
import dev.slipway.source.Reading;
import dev.slipway.source.Repository;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads repositories through another, and remembers which of them it could not read. The journal is
 * told when that begins, when the reason changes, and when it ends. Thread-safe.
 */
public final class WatchedRepository implements Repository, Sources {

  private static final int TROUBLES_MAX = 1_000;

  private final Repository repository;
  private final InstantSource clock;
  private final Journal journal;
  private final Map<RepositoryUrl, Trouble> troubles = new LinkedHashMap<>();

  public WatchedRepository(Repository repository, InstantSource clock, Journal journal) {
    this.repository = repository;
    this.clock = clock;
    this.journal = journal;
  }

  @Override
  public synchronized Optional<Trouble> trouble(RepositoryUrl url) {
    return Optional.ofNullable(troubles.get(url));
  }

  @Override
  public Reading<List<Head>> heads(RepositoryUrl url, List<RefName> refs) {
    return ofAll(url, repository.heads(url, refs));
  }

  @Override
  public Reading<Heads> allHeads(RepositoryUrl url, Optional<String> unless) {
    return ofAll(url, repository.allHeads(url, unless));
  }

  @Override
  public Reading<Resolved> resolve(RepositoryUrl url, Optional<String> revision) {
    return ofOne(url, repository.resolve(url, revision));
  }

  @Override
  public Reading<Tree> tree(RepositoryUrl url, Sha sha, Optional<String> path) {
    return ofOne(url, repository.tree(url, sha, path));
  }

  @Override
  public Reading<Inclusion> inclusion(RepositoryUrl url, Sha commit, Sha other) {
    return ofOne(url, repository.inclusion(url, commit, other));
  }

  @Override
  public Reading<Set<String>> authors(RepositoryUrl url, Optional<Sha> base, Sha head) {
    return ofOne(url, repository.authors(url, base, head));
  }

  @Override
  public Reading<CommitLog> log(RepositoryUrl url, Optional<Sha> base, Sha head) {
    return ofOne(url, repository.log(url, base, head));
  }

  /** Who cannot say where its heads are is in trouble, whatever the reason. */
  private <T> Reading<T> ofAll(RepositoryUrl url, Reading<T> reading) {
    switch (reading) {
      case Reading.Read<T> _ -> read(url);
      case Reading.Unusable<T> unusable -> notRead(url, unusable.because());
      case Reading.Unavailable<T> unavailable -> notRead(url, unavailable.because());
    }
    return reading;
  }

  /** What is wrong with one commit is not wrong with its repository. */
  private <T> Reading<T> ofOne(RepositoryUrl url, Reading<T> reading) {
    switch (reading) {
      case Reading.Read<T> _ -> read(url);
      case Reading.Unusable<T> _ -> {}
      case Reading.Unavailable<T> unavailable -> notRead(url, unavailable.because());
    }
    return reading;
  }

  private synchronized void read(RepositoryUrl url) {
    if (troubles.remove(url) != null) {
      journal.info("The repository " + url + " can be read again");
    }
  }

  private synchronized void notRead(RepositoryUrl url, Reason because) {
    Optional<Trouble> before = trouble(url);
    if (before.isEmpty() && troubles.size() >= TROUBLES_MAX) {
      troubles.remove(troubles.keySet().iterator().next());
    }
    troubles.put(url, new Trouble(because, before.map(Trouble::since).orElseGet(clock::instant)));
    if (before.filter(known -> known.because().code().equals(because.code())).isEmpty()) {
      journal.warn(
          "The repository " + url + " cannot be read, and is tried again: " + because.sentence());
    }
  }
}
