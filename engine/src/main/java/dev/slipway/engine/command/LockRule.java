package dev.slipway.engine.command;

import dev.slipway.codec.Identities;
import dev.slipway.engine.authority.Locked;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.guardrail.Lock;
import java.util.List;
import java.util.Optional;

/**
 * People lock scopes and release locks; the name of a group stands for all its environments, also
 * those to come. A scope may hold several locks, each with its own owner and end, so that nobody's
 * lock ends with another's. What waits there is looked at right away: it says what it waits for, or
 * starts.
 */
final class LockRule {

  /** More than that on one scope is a fault of some program. */
  private static final int LOCKS_MAX = 20;

  private LockRule() {}

  static Optional<Settlement> set(Deliberation d, Command.SetLock wish, String key) {
    Scope scope = wish.scope();
    if (!isKnown(d, scope)) {
      return Settlements.refused(
          "unknown-scope", "There is no %s to lock.".formatted(words(d, scope)));
    }
    if (d.world().locks().of(scope, d.now()).size() >= LOCKS_MAX) {
      return Settlements.refused(
          "too-many-locks",
          "%s has %d locks already. Release one of them first."
              .formatted(words(d, scope), LOCKS_MAX));
    }
    Lock lock =
        new Lock(
            Identities.lock(d.actor(), key),
            scope,
            d.actor(),
            wish.reason(),
            wish.strength(),
            wish.lasts().map(d.now()::plus));
    d.write(new LockSet(lock));
    advance(d, scope);
    return Settlements.followed(
        "locked", "%s is locked as %s.".formatted(words(d, scope), lock.id()));
  }

  static Optional<Settlement> release(Deliberation d, Command.ReleaseLock wish) {
    Optional<Lock> known =
        d.world().locks().lock(wish.lock()).filter(lock -> !lock.isOverAt(d.now()));
    if (known.isEmpty()) {
      return Settlements.refused(
          "unknown-lock", "There is no lock %s, or it is over.".formatted(wish.lock()));
    }
    Lock lock = known.orElseThrow();
    d.write(new LockReleased(lock.id(), lock.scope(), d.actor()));
    advance(d, lock.scope());
    return Settlements.followed(
        "unlocked", "The lock %s on %s is released.".formatted(lock.id(), words(d, lock.scope())));
  }

  /** One that does not exist would be a lock that nobody notices. */
  private static boolean isKnown(Deliberation d, Scope scope) {
    return switch (scope) {
      case Scope.Everything _ -> true;
      case Scope.OfApplication of -> d.application(of.application()).isPresent();
      case Scope.OfEnvironment of -> isKnown(d, of.environment());
      case Scope.OfPlacement of ->
          d.application(of.placement().application()).isPresent()
              && isKnown(d, of.placement().environment());
    };
  }

  /** An environment, or a group of them. */
  private static boolean isKnown(Deliberation d, EnvironmentName name) {
    return d.environment(name).isPresent() || d.environmentGroup(name).isPresent();
  }

  private static String words(Deliberation d, Scope scope) {
    return Locked.words(d.world().declared(), scope);
  }

  private static void advance(Deliberation d, Scope scope) {
    List<Placement> placements =
        d.world().deliveries().placements().keySet().stream()
            .filter(placement -> Locked.keeps(d.world().declared(), scope, placement))
            .filter(placement -> d.world().deliveries().placement(placement).active().isPresent())
            .toList();
    placements.forEach(placement -> Advance.placement(d, placement));
  }
}
