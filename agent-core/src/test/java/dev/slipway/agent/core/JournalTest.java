package dev.slipway.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.Bytes;
import dev.slipway.model.Digest;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Position;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.observation.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JournalTest {

  private static final Slot SLOT =
      new Slot(
          new TargetId(new EnvironmentName("staging"), new TargetName("local")),
          new ApplicationName("shop"));
  private static final Digest BODY = Digest.ofHex("a".repeat(64));
  private static final Bytes ENVELOPE = Bytes.ofUtf8("{}");
  private static final Outcome OUTCOME = new Outcome.Converged(List.of());

  private static Fence fence(long position) {
    return new Fence(1, new Position(position));
  }

  private static Note accepted(long position) {
    return new Note.Accepted(SLOT, fence(position), BODY, ENVELOPE, "boot");
  }

  private static Held held(Note... notes) {
    return Journal.of(List.of(notes)).of(SLOT).orElseThrow();
  }

  @Test
  void accepting_is_the_intent_of_the_first_step_only() {
    assertThat(held(accepted(1)).steps()).containsExactly(0);
    assertThat(held(accepted(1), new Note.Intended(SLOT, fence(1), 1, "boot")).steps())
        .containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void a_newer_order_forgets_what_the_older_one_did() {
    Held held = held(accepted(1), new Note.Ended(SLOT, fence(1), OUTCOME), accepted(2));
    assertThat(held.outcome()).isEmpty();
    assertThat(held.begun()).isEqualTo(fence(2));
  }

  @Test
  void a_confirmed_order_keeps_its_work_and_owes_its_outcome_again() {
    Held held =
        held(
            accepted(1),
            new Note.Ended(SLOT, fence(1), OUTCOME),
            new Note.Acknowledged(SLOT, fence(1)),
            new Note.Confirmed(SLOT, fence(5), ENVELOPE));
    assertThat(held.begun()).isEqualTo(fence(1));
    assertThat(held.fence()).isEqualTo(fence(5));
    assertThat(held.outcome()).contains(OUTCOME);
    assertThat(held.acknowledged()).isFalse();
  }

  @Test
  void a_note_about_a_fence_that_is_not_held_changes_nothing() {
    Held before = held(accepted(2));
    assertThat(held(accepted(2), new Note.Ended(SLOT, fence(1), OUTCOME))).isEqualTo(before);
    assertThat(held(accepted(2), new Note.Acknowledged(SLOT, fence(1)))).isEqualTo(before);
    assertThat(Journal.of(List.of(new Note.Ended(SLOT, fence(1), OUTCOME))))
        .isEqualTo(Journal.EMPTY);
  }

  @Test
  void a_compacted_journal_adds_up_to_the_same() {
    Journal journal =
        Journal.of(
            List.of(
                accepted(1),
                new Note.Intended(SLOT, fence(1), 1, "boot"),
                new Note.Ended(SLOT, fence(1), OUTCOME),
                new Note.Confirmed(SLOT, fence(3), ENVELOPE),
                new Note.Acknowledged(SLOT, fence(3))));
    assertThat(Journal.of(journal.compacted())).isEqualTo(journal);
  }
}
