package dev.slipway.engine.command;

import dev.slipway.engine.authority.Authority;
import dev.slipway.engine.authority.Judgement;
import dev.slipway.engine.authority.Locked;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Scope;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.Permit;
import java.util.Optional;

/**
 * Who may let a rollback pass a lock: whoever set it, or an owner of the environment. Nobody lets
 * anything pass a total one; that is released.
 */
final class Permits {

  private Permits() {}

  /** Why a permit is not an actor's to give; empty when it is. */
  static Optional<Reason> refusal(Deliberation d, Placement placement, Optional<Permit> permit) {
    return permit.stream()
        .flatMap(given -> given.locks().stream())
        .flatMap(lock -> refusal(d, placement, lock).stream())
        .findFirst();
  }

  private static Optional<Reason> refusal(Deliberation d, Placement placement, LockId id) {
    Optional<Lock> known =
        d.locks(placement).stream().filter(lock -> lock.id().equals(id)).findFirst();
    if (known.isEmpty()) {
      return Optional.of(
          new Reason(
              "unknown-lock",
              "There is no lock %s on %s, or it is over.".formatted(id, placement)));
    }
    Lock lock = known.orElseThrow();
    if (lock.strength().holdsRollbacks()) {
      return Optional.of(
          new Reason(
              "total-lock",
              "The lock %s on %s is total: nothing passes it. Release it: slipway unlock %s"
                  .formatted(id, Locked.words(d.world().declared(), lock.scope()), id)));
    }
    return lock.owner().equals(d.actor()) || isOwner(d, placement)
        ? Optional.empty()
        : Optional.of(
            new Reason(
                Authority.NOT_ALLOWED,
                "Only who set the lock %s, or an owner of %s, lets a rollback pass it."
                    .formatted(id, placement.environment())));
  }

  private static boolean isOwner(Deliberation d, Placement placement) {
    Scope environment = new Scope.OfEnvironment(placement.environment());
    return Authority.mayDeclare(d.organisationWide(), d.actor(), environment)
        instanceof Judgement.Allowed;
  }
}
