package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.FeedbackBox;
import dev.slipway.model.ActorId;
import dev.slipway.model.ClientPage;
import dev.slipway.model.Feedback;
import dev.slipway.model.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every box for feedback does. */
public abstract class FeedbackContract {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Organisation MAIN = Organisation.MAIN;
  private static final Organisation OTHER = new Organisation("other");
  private static final int MANY = 100;

  protected abstract FeedbackBox box();

  private static Feedback feedback(String id, String text) {
    return new Feedback(id, new ActorId("a-1"), NOON, new ClientPage("/apps/shop"), text, "0.1.0");
  }

  private List<String> ids(Organisation organisation) {
    return box().newest(organisation, Optional.empty(), MANY).stream()
        .map(kept -> kept.feedback().id())
        .toList();
  }

  @Test
  void what_was_kept_is_there_as_it_was_said() {
    Feedback said = feedback("f-1", "It's <b>slow</b>; DROP TABLE\n\t— ünïcode 🙂");

    assertThat(box().keep(MAIN, said, MANY)).isEqualTo(said);
    assertThat(box().newest(MAIN, Optional.empty(), MANY))
        .extracting(FeedbackBox.Kept::feedback)
        .containsExactly(said);
  }

  @Test
  void the_newest_comes_first_and_pages_follow_without_a_gap() {
    for (int i = 1; i <= 5; i++) {
      box().keep(MAIN, feedback("f-" + i, "text"), MANY);
    }

    List<FeedbackBox.Kept> first = box().newest(MAIN, Optional.empty(), 2);
    assertThat(first).extracting(kept -> kept.feedback().id()).containsExactly("f-5", "f-4");
    box().keep(MAIN, feedback("f-6", "text"), MANY);
    assertThat(box().newest(MAIN, Optional.of(first.getLast().number()), 9))
        .extracting(kept -> kept.feedback().id())
        .containsExactly("f-3", "f-2", "f-1");
  }

  @Test
  void the_same_id_is_kept_once_and_answered_with_the_first() {
    Feedback first = feedback("f-1", "first");
    box().keep(MAIN, first, MANY);

    assertThat(box().keep(MAIN, feedback("f-1", "second"), MANY)).isEqualTo(first);
    assertThat(box().count(MAIN)).isEqualTo(1);
  }

  @Test
  void of_too_much_the_oldest_goes() {
    for (int i = 1; i <= 5; i++) {
      box().keep(MAIN, feedback("f-" + i, "text"), 3);
    }

    assertThat(ids(MAIN)).containsExactly("f-5", "f-4", "f-3");
    assertThat(box().count(MAIN)).isEqualTo(3);
  }

  @Test
  void it_is_its_organisations_own() {
    box().keep(MAIN, feedback("f-1", "ours"), 1);
    box().keep(OTHER, feedback("f-1", "theirs"), 1);
    box().keep(OTHER, feedback("f-2", "theirs"), 1);

    assertThat(ids(MAIN)).containsExactly("f-1");
    assertThat(ids(OTHER)).containsExactly("f-2");
    assertThat(box().remove(OTHER, "f-1")).isFalse();
    assertThat(box().count(MAIN)).isEqualTo(1);
  }

  @Test
  void what_was_removed_is_gone() {
    box().keep(MAIN, feedback("f-1", "text"), MANY);

    assertThat(box().remove(MAIN, "f-1")).isTrue();
    assertThat(box().remove(MAIN, "f-1")).isFalse();
    assertThat(ids(MAIN)).isEmpty();
  }
}
