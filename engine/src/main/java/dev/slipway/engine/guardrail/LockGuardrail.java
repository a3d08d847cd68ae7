package dev.slipway.engine.guardrail;

import dev.slipway.engine.authority.Locked;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Reason;
import dev.slipway.model.Role;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.state.Shipment.MadeBy;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is locked waits. An automatic rollback of what is running does not, for a lock shall not
 * keep what has just failed; nor does one that its person lets pass. A total lock stops both.
 *
 * <pre>
 *                          a delivery               a rollback that is automatic, or permitted
 *   no lock                nothing to say           nothing to say
 *   a lock that warns      PASS, with the warning   PASS, with the warning
 *   a lock that holds      PENDING, until its end   PASS, and says so
 *   a total lock           PENDING, until its end   PENDING, until its end
 * </pre>
 */
record LockGuardrail() implements Guardrail {

  @Override
  public List<Judged> judge(Deliberation d, RolloutState rollout, Juncture at) {
    if (at != Juncture.AFTER_APPROVAL && at != Juncture.DURING) {
      return List.of();
    }
    List<Lock> locks = d.locks(rollout.delivery().id().placement());
    Optional<MadeBy.Rollback> back = rollback(d, rollout);
    List<Lock> holding = locks.stream().filter(lock -> holds(lock, back)).toList();
    if (!holding.isEmpty()) {
      return List.of(held(d, holding));
    }
    return locks.stream().limit(1).map(lock -> passed(d, lock, back)).toList();
  }

  private static Optional<MadeBy.Rollback> rollback(Deliberation d, RolloutState rollout) {
    return d.world()
        .deliveries()
        .shipments()
        .travelling(rollout.delivery().shipment())
        .map(travelling -> travelling.shipment().madeBy())
        .filter(MadeBy.Rollback.class::isInstance)
        .map(MadeBy.Rollback.class::cast);
  }

  private static boolean holds(Lock lock, Optional<MadeBy.Rollback> back) {
    boolean passes =
        back.filter(rollback -> rollback.automatic() || isPermitted(lock, rollback)).isPresent();
    return passes ? lock.strength().holdsRollbacks() : lock.strength().holdsDeliveries();
  }

  private static boolean isPermitted(Lock lock, MadeBy.Rollback rollback) {
    return rollback.permit().filter(permit -> permit.locks().contains(lock.id())).isPresent();
  }

  private static Judged passed(Deliberation d, Lock lock, Optional<MadeBy.Rollback> back) {
    return lock.strength().holdsDeliveries()
        ? back.map(rollback -> wentBack(d, lock, rollback)).orElseGet(() -> warned(d, lock))
        : warned(d, lock);
  }

  private static Judged wentBack(Deliberation d, Lock lock, MadeBy.Rollback rollback) {
    String why =
        rollback.automatic()
            ? "but not against an automatic rollback; only a total lock stops one"
            : "but %s, who may, lets this rollback pass it".formatted(rollback.actor());
    return Judged.pass(
        GuardrailName.LOCK,
        new Reason(
            "rollback-passes-lock",
            "%s is locked (%s), %s.".formatted(words(d, lock), lock.id(), why)),
        PolicyRevision.of(lock.id()));
  }

  private static Judged warned(Deliberation d, Lock lock) {
    return Judged.pass(
        GuardrailName.LOCK,
        new Reason(
            "lock-warns",
            "It goes on with a warning for %s (%s): %s"
                .formatted(words(d, lock), lock.id(), lock.reason())),
        PolicyRevision.of(lock.id()));
  }

  private static Judged held(Deliberation d, List<Lock> locks) {
    Lock first = locks.getFirst();
    Optional<Instant> again =
        locks.stream().flatMap(lock -> lock.until().stream()).min(Comparator.naturalOrder());
    return new Judged(
        GuardrailName.LOCK,
        GuardrailVerdict.PENDING,
        new Reason("locked", sentence(d, first, locks.size())),
        PolicyRevision.of(first.id()),
        again,
        earliest(locks),
        locks.stream().map(lock -> release(d, lock)).toList());
  }

  private static String sentence(Deliberation d, Lock lock, int count) {
    String more = count > 1 ? " There are %d locks in all.".formatted(count) : "";
    String end =
        lock.until()
            .map(until -> "It ends by itself at %s.".formatted(until))
            .orElse("It holds until somebody releases it.");
    return "%s locked (%s): %s. %s%s"
        .formatted(words(d, lock) + " is", lock.id(), unpointed(lock.reason().value()), end, more);
  }

  private static String words(Deliberation d, Lock lock) {
    return Locked.words(d.world().declared(), lock.scope());
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

  private static Way release(Deliberation d, Lock lock) {
    return new Way(
        Role.OWNER,
        "%s, who set it, or an owner of %s".formatted(lock.owner(), words(d, lock)),
        "slipway unlock %s".formatted(lock.id()));
  }
}
