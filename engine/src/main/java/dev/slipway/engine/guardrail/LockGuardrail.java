package dev.slipway.engine.guardrail;

import dev.slipway.engine.authority.Scopes;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.state.Shipment.MadeBy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What is locked waits. An automatic rollback of what is running does not, for a lock shall not
 * keep what has just failed; only a total one stops it.
 *
 * <pre>
 *                               a delivery                 an automatic rollback
 *   no lock                     nothing to say             nothing to say
 *   a lock that warns           PASS, with the warning     PASS, with the warning
 *   a lock that holds           PENDING, until its end     PASS, and says so
 *   a total lock                PENDING, until its end     PENDING, until its end
 * </pre>
 */
record LockGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout) {
    List<Lock> locks = d.locks(rollout.delivery().id().placement());
    Predicate<Lock.Strength> holds =
        isAutomaticRollback(d, rollout)
            ? Lock.Strength::holdsRollbacks
            : Lock.Strength::holdsDeliveries;
    List<Lock> holding = locks.stream().filter(lock -> holds.test(lock.strength())).toList();
    if (!holding.isEmpty()) {
      return List.of(held(holding));
    }
    return locks.stream().limit(1).map(LockGuardrail::passed).toList();
  }

  private static boolean isAutomaticRollback(Deliberation d, RolloutState rollout) {
    return d.world()
        .deliveries()
        .shipments()
        .travelling(rollout.delivery().shipment())
        .map(travelling -> travelling.shipment().madeBy())
        .filter(by -> by instanceof MadeBy.Rollback back && back.automatic())
        .isPresent();
  }

  private static Judged passed(Lock lock) {
    return lock.strength().holdsDeliveries() ? wentBack(lock) : warned(lock);
  }

  private static Judged wentBack(Lock lock) {
    return Judged.pass(
        GuardrailName.LOCK,
        new Reason(
            "rollback-passes-lock",
            "%s is locked (%s), but not against an automatic rollback; only a total lock stops one."
                .formatted(Scopes.words(lock.scope()), lock.id())),
        PolicyRevision.of(lock.id()));
  }

  private static Judged warned(Lock lock) {
    return Judged.pass(
        GuardrailName.LOCK,
        new Reason(
            "lock-warns",
            "It goes on with a warning for %s (%s): %s"
                .formatted(Scopes.words(lock.scope()), lock.id(), lock.reason())),
        PolicyRevision.of(lock.id()));
  }

  private static Judged held(List<Lock> locks) {
    Lock first = locks.getFirst();
    Optional<Instant> again =
        locks.stream().flatMap(lock -> lock.until().stream()).min(Comparator.naturalOrder());
    return new Judged(
        GuardrailName.LOCK,
        GuardrailVerdict.PENDING,
        new Reason("locked", sentence(first, locks.size())),
        PolicyRevision.of(first.id()),
        again,
        earliest(locks),
        locks.stream().map(LockGuardrail::release).toList());
  }

  private static String sentence(Lock lock, int count) {
    String more = count > 1 ? " There are %d locks in all.".formatted(count) : "";
    String end =
        lock.until()
            .map(until -> "It ends by itself at %s.".formatted(until))
            .orElse("It holds until somebody releases it.");
    return "%s locked (%s): %s. %s%s"
        .formatted(
            Scopes.words(lock.scope()) + " is",
            lock.id(),
            unpointed(lock.reason().value()),
            end,
            more);
  }

  private static String unpointed(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  /** When the last of them is over; absent when one has no end. */
  private static Optional<Instant> earliest(List<Lock> locks) {
    return locks.stream().allMatch(lock -> lock.until().isPresent())
        ? locks.stream().flatMap(lock -> lock.until().stream()).max(Comparator.naturalOrder())
        : Optional.empty();
  }

  private static Way release(Lock lock) {
    return new Way(
        Role.OWNER,
        "%s, who set it, or an owner of %s".formatted(lock.owner(), Scopes.words(lock.scope())),
        "slipway unlock %s".formatted(lock.id()));
  }
}
