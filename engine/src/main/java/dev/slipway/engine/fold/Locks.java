package dev.slipway.engine.fold;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Scope;
import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** What is locked, by scope, in the order in which it was. */
public record Locks(PMap<Scope, PVector<Lock>> byScope) {

  static final Locks NONE = new Locks(HashTreePMap.empty());

  /** What is locked on exactly this scope at an instant. */
  public List<Lock> of(Scope scope, Instant now) {
    return set(scope).stream().filter(lock -> !lock.isOverAt(now)).toList();
  }

  /** Every lock that covers a placement at an instant; the widest scopes first. */
  List<Lock> on(Placement placement, Optional<EnvironmentName> group, Instant now) {
    Optional<Placement> all = group.map(named -> new Placement(placement.application(), named));
    return Stream.of(
            Optional.of(new Scope.Everything()),
            group.map(Scope.OfEnvironment::new),
            Optional.of(new Scope.OfEnvironment(placement.environment())),
            Optional.of(new Scope.OfApplication(placement.application())),
            all.map(Scope.OfPlacement::new),
            Optional.of(new Scope.OfPlacement(placement)))
        .flatMap(Optional<? extends Scope>::stream)
        .flatMap(scope -> of(scope, now).stream())
        .toList();
  }

  /** A lock that is set, were it over or not. */
  public Optional<Lock> lock(LockId id) {
    return byScope.values().stream()
        .flatMap(PVector::stream)
        .filter(lock -> lock.id().equals(id))
        .findFirst();
  }

  /** Those of the scope that are over by now are forgotten, so that they do not pile up. */
  Locks with(LockSet entry, Recorded recorded) {
    Scope scope = entry.lock().scope();
    PVector<Lock> held = TreePVector.from(of(scope, recorded.at()));
    return plus(scope, held.plus(entry.lock()));
  }

  Locks with(LockReleased entry) {
    PVector<Lock> held = set(entry.scope());
    return plus(
        entry.scope(),
        held.minusAll(held.stream().filter(lock -> lock.id().equals(entry.lock())).toList()));
  }

  private PVector<Lock> set(Scope scope) {
    return byScope.getOrDefault(scope, TreePVector.empty());
  }

  private Locks plus(Scope scope, PVector<Lock> held) {
    return new Locks(held.isEmpty() ? byScope.minus(scope) : byScope.plus(scope, held));
  }
}
