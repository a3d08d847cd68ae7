package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.rollback.Choices;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Hold;
import dev.slipway.model.state.RollbackChoices;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whereto a rollback goes, by what came before it, and what it keeps away. */
class WayBackChoicesTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final Placement AT = Given.placement("staging");

  private final Given given = PushTest.shopAdded();

  private void push(int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    given.whenHinted(MAIN);
  }

  /** Commits, each of which came into force, failed, or was cancelled. */
  private void happened(String story) {
    for (String word : story.split(" ", -1)) {
      push(Integer.parseInt(word.substring(1)));
      switch (word.charAt(0)) {
        case 'f' ->
            given.whenEnded(
                STAGING, new Outcome.Failed(new Reason("exit-code", "It exited with 3.")));
        case 'c' -> {
          given.when(
              new Command.Cancel(given.at("staging").active().orElseThrow().delivery().id()));
          given.whenConverged(STAGING);
        }
        default -> given.whenConverged(STAGING);
      }
    }
  }

  private Then rollback(Optional<Integer> to) {
    return given.when(new Command.Rollback(AT, to, Optional.empty(), Optional.empty()));
  }

  /** {@code s} came into force, {@code f} failed, {@code c} was cancelled. */
  @ParameterizedTest
  @CsvSource({
    "s2 s3,          1, the one before",
    "s2 s3 f4,       2, what is in force for the newest failed",
    "s2 s3 c4,       1, the one before for nobody is to go back to what is in force already",
    "s2 f3 s4,       1, the one before for what failed was replaced",
    "s2 s3 s2 s4,    3, the one before whichever commit it holds",
    "s2 s3 s3,       1, the newest before it that holds something else"
  })
  void without_a_number_it_goes_to(String story, int number, String because) {
    happened(story);
    Delivery made = rollback(Optional.empty()).one(DeliveryMade.class).delivery();
    assertThat(made.restores()).as(because).contains(number);
  }

  @Test
  void what_it_goes_back_to_is_not_held_also_where_it_came_twice() {
    happened("s2 s3 s2 s4");
    Then then = rollback(Optional.of(1));
    Hold hold = then.one(InputsHeld.class).hold();
    Stream<Delivery> left = given.at("staging").past().stream().map(held -> held.delivery());
    assertThat(hold.commits()).containsExactly(sha(4), sha(3));
    assertThat(hold.artifacts())
        .containsExactly(Fixtures.artifact(sha(4)).digest(), Fixtures.artifact(sha(3)).digest());
    assertThat(hold.contents())
        .containsExactlyInAnyOrderElementsOf(
            left.filter(one -> one.id().number() % 2 == 0).map(Delivery::hash).toList());
  }

  @Test
  void what_was_left_behind_is_gone_back_to_only_by_its_number_and_nothing_else_is_held() {
    happened("s2 s3 s4");
    rollback(Optional.of(2));
    given.whenConverged(STAGING);
    assertThat(Choices.of(AT, given.at("staging")).all())
        .extracting(
            one -> one.delivery().number(),
            RollbackChoices.One::reachable,
            one -> one.because().map(Reason::sentence).orElse(""))
        .containsExactly(
            tuple(4, false, "shop/staging holds the content of shop/staging#4 already."),
            tuple(
                3,
                true,
                "What #3 holds was rolled back; it is gone back to only where it is named."),
            tuple(2, false, "shop/staging holds the content of shop/staging#2 already."),
            tuple(1, true, ""));
    assertThat(rollback(Optional.empty()).one(DeliveryMade.class).delivery().restores())
        .contains(1);
  }

  @Test
  void who_names_what_was_never_in_force_is_told_what_was() {
    happened("s2 s3 f4");
    assertThat(rollback(Optional.of(3)).settlement().because().sentence())
        .isEqualTo("shop/staging#3 was not in force; in force were, as far as is kept: #1, #2.");
  }

  @Test
  void where_there_was_one_only_there_is_nothing_to_go_back_to() {
    happened("s2");
    assertThat(rollback(Optional.empty()).settlement().because().sentence())
        .isEqualTo("shop/staging has nothing to go back to; in force were, as far as is kept: #1.");
  }

  @Test
  void what_is_forgotten_is_said_once_more_came_than_are_kept() {
    IntStream.rangeClosed(2, PlacementState.PAST_MAX).forEach(n -> happened("s" + n));
    assertThat(Choices.of(AT, given.at("staging")).forgottenBelow()).isEmpty();
    IntStream.rangeClosed(1, 3).forEach(n -> happened("s" + (PlacementState.PAST_MAX + n)));
    RollbackChoices choices = Choices.of(AT, given.at("staging"));
    assertThat(choices.forgottenBelow()).contains(3);
    assertThat(choices.all()).hasSize(PlacementState.PAST_MAX);
    assertThat(choices.all().getLast().delivery().number()).isEqualTo(3);
  }
}
