package dev.slipway.engine.fold;

import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.entry.HeadGone;
import dev.slipway.model.entry.HeadMoved;
import java.time.Instant;
import java.util.Optional;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/** Where the refs of repositories point, as far as was read. */
public record Heads(PMap<RepositoryUrl, PSortedMap<RefName, HeadState>> byRepository) {

  static final Heads NONE = new Heads(HashTreePMap.empty());

  /**
   * One ref.
   *
   * @param n how often it moved
   * @param sha absent when the ref is gone
   * @param readAt when this was read from the source
   */
  public record HeadState(long n, Optional<Sha> sha, Instant readAt) {}

  public PSortedMap<RefName, HeadState> of(RepositoryUrl repository) {
    return byRepository.getOrDefault(repository, TreePMap.empty());
  }

  public Optional<HeadState> of(RepositoryUrl repository, RefName ref) {
    return Optional.ofNullable(of(repository).get(ref));
  }

  Heads with(HeadMoved entry) {
    HeadState head = new HeadState(entry.n(), Optional.of(entry.sha()), entry.readAt());
    return plus(entry.repository(), entry.ref(), head);
  }

  Heads with(HeadGone entry) {
    HeadState head = new HeadState(entry.n(), Optional.empty(), entry.readAt());
    return plus(entry.repository(), entry.ref(), head);
  }

  private Heads plus(RepositoryUrl repository, RefName ref, HeadState head) {
    return new Heads(byRepository.plus(repository, of(repository).plus(ref, head)));
  }
}
