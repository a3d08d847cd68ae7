package dev.slipway.views;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Scope;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.GuardrailRow;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What read tables show of guardrails, locks and triggers that say no, whatever keeps them. */
abstract class GuardedTablesContract extends ToldTables {

  private static final ActorId ALICE = new ActorId("alice");
  private static final Reason LOCKED = new Reason("locked", "It is locked.");
  private static final Scope STAGING = new Scope.OfEnvironment(Story.STAGING);

  private static Lock lock(char digit, Optional<Instant> until) {
    return new Lock(
        new LockId("l-" + String.valueOf(digit).repeat(16)),
        STAGING,
        ALICE,
        new LockReason("Freeze"),
        Lock.Strength.HOLDS,
        until);
  }

  private void judged(GuardrailVerdict verdict, Reason because) {
    story.write(
        new GuardrailJudged(
            Story.delivery(1),
            GuardrailName.LOCK,
            verdict,
            because,
            Optional.of(new PolicyRevision("l-1111111111111111"))));
  }

  @Test
  void a_delivery_shows_what_it_waits_for_until_that_passes() {
    story.pushed(1);
    story.made(1, 1);
    judged(GuardrailVerdict.PENDING, LOCKED);
    DeliveryRow waiting = delivery(told(), 1);
    assertThat(waiting.because()).contains(LOCKED);
    assertThat(waiting.guardrails())
        .extracting(GuardrailRow::verdict)
        .containsExactly(GuardrailVerdict.PENDING);
    judged(GuardrailVerdict.PASS, new Reason("not-asked-for", "Nobody asks."));
    DeliveryRow free = delivery(told(), 1);
    assertThat(free.because()).isEmpty();
    assertThat(free.guardrails())
        .extracting(GuardrailRow::verdict)
        .containsExactly(GuardrailVerdict.PASS);
  }

  @Test
  void locks_are_listed_by_their_end_until_they_are_released() {
    Lock open = lock('1', Optional.empty());
    Lock later = lock('2', Optional.of(Story.START.plusSeconds(60)));
    Lock sooner = lock('3', Optional.of(Story.START.plusSeconds(30)));
    story.write(new LockSet(open));
    story.write(new LockSet(later));
    story.write(new LockSet(sooner));
    assertThat(told().list(OURS, Tables.LOCKS, Query.first(9)).rows())
        .extracting(row -> row.lock())
        .containsExactly(sooner, later, open);
    Optional<String> from = Optional.of(Orders.of(Story.START.plusSeconds(31)));
    assertThat(
            told().list(OURS, Tables.LOCKS, Query.first(9).between(from, Optional.empty())).rows())
        .extracting(row -> row.lock())
        .containsExactly(later, open);
    story.write(new LockReleased(open.id(), STAGING, ALICE));
    assertThat(told().list(OURS, Tables.LOCKS, Query.first(9)).total()).isEqualTo(2);
  }

  @Test
  void a_push_is_told_with_its_commit_and_what_each_trigger_said_of_it() {
    Position shipped = story.pushed(1);
    Position event = story.skipped(2, "topic");
    assertThat(told().list(OURS, Tables.PUSHES, Query.first(5).where("application", "shop")).rows())
        .singleElement()
        .satisfies(push -> {
          assertThat(push.event()).isEqualTo(event).isNotEqualTo(shipped);
          assertThat(push.ref()).isEqualTo(RefName.ofBranch("topic"));
          assertThat(push.sha().value()).endsWith("2");
          assertThat(push.isShipped()).isFalse();
          assertThat(push.triggers())
              .extracting(said -> said.because().sentence())
              .containsExactly("It is not main.", "It is no tag.");
        });
  }
}
