package dev.slipway.engine;

import static dev.slipway.engine.Jobbing.AT;
import static dev.slipway.engine.Jobbing.FAILED;
import static dev.slipway.engine.Jobbing.LOCAL;
import static dev.slipway.engine.Jobbing.compatible;
import static dev.slipway.engine.Jobbing.converged;
import static dev.slipway.engine.Jobbing.delivered;
import static dev.slipway.engine.Jobbing.forGood;
import static dev.slipway.engine.Jobbing.inForce;
import static dev.slipway.engine.Jobbing.push;
import static dev.slipway.engine.Jobbing.rollback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.engine.rollback.Choices;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.JobEnded;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.state.RollbackChoices;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The window of what may run with an effect that cannot be taken back: the delivery that was in
 * force before, where its job says so, and nothing from before that.
 */
class CompatibilityTest {

  /** Deliveries 1 and 2 were in force; 3 has a migration that 2 runs with. */
  private static Given migrated() {
    Given given = delivered();
    push(given, 3);
    converged(given);
    push(given, 4, compatible("42"));
    return given;
  }

  @Test
  void the_delivery_before_may_come_back_and_nothing_from_before_that() {
    Given given = migrated();
    assertThat(given.whenConverged(LOCAL).one(JobEnded.class).compatible()).contains(2);
    converged(given);
    rollback(given, Optional.of(1)).refusedBecause("below-floor");
    assertThat(rollback(given, Optional.of(2)).all(DeliveryMade.class)).hasSize(1);
  }

  @Test
  void it_is_said_of_each_earlier_delivery_where_the_window_ends() {
    Given given = migrated();
    given.whenConverged(LOCAL);
    converged(given);
    RollbackChoices choices = Choices.of(AT, given.at("staging"));
    assertThat(choices.all())
        .extracting(
            one -> one.delivery().number(),
            RollbackChoices.One::reachable,
            one -> one.because().map(Reason::code).orElse(""))
        .containsExactly(
            tuple(3, false, "in-force-already"),
            tuple(2, true, ""),
            tuple(1, false, "below-floor"));
    assertThat(choices.all().getLast().because().orElseThrow().sentence())
        .contains("so nothing from before #2 comes back");
  }

  @Test
  void a_failure_within_the_window_goes_back_by_itself() {
    Given given = migrated();
    given.when(Fixtures.apply(Fixtures.goingBack("staging")));
    given.whenConverged(LOCAL);
    Then failed = given.whenEnded(LOCAL, FAILED);
    assertThat(failed.one(RolloutFailed.class).because().sentence())
        .doesNotContain("It is not rolled back by itself");
    assertThat(failed.one(DeliveryMade.class).delivery().restores()).contains(2);
  }

  @Test
  void without_such_a_word_it_does_not_and_says_why() {
    Given given = delivered();
    given.when(Fixtures.apply(Fixtures.goingBack("staging")));
    push(given, 3, forGood("42"));
    given.whenConverged(LOCAL);
    Then failed = given.whenEnded(LOCAL, FAILED);
    assertThat(failed.all(DeliveryMade.class)).isEmpty();
    assertThat(failed.one(RolloutFailed.class).because().sentence())
        .contains("It is not rolled back by itself: Job migrate (42) of shop/staging#2");
  }

  @Test
  void the_window_moves_on_with_the_next_migration() {
    Given given = migrated();
    given.whenConverged(LOCAL);
    converged(given);
    push(given, 5, compatible("43"));
    given.whenConverged(LOCAL);
    converged(given);
    assertThat(inForce(given)).isEqualTo(4);
    rollback(given, Optional.of(2)).refusedBecause("below-floor");
    assertThat(rollback(given, Optional.of(3)).all(DeliveryMade.class)).hasSize(1);
  }

  @Test
  void a_window_opens_nothing_that_was_closed_before() {
    Given given = delivered();
    push(given, 3, forGood("41"));
    given.whenConverged(LOCAL);
    converged(given);
    push(given, 4, compatible("42"));
    given.whenConverged(LOCAL);
    converged(given);
    rollback(given, Optional.of(1)).refusedBecause("below-floor");
    assertThat(rollback(given, Optional.of(2)).all(DeliveryMade.class)).hasSize(1);
  }

  @Test
  void it_can_be_cancelled_where_what_is_in_force_runs_with_it() {
    Given given = migrated();
    given.whenConverged(LOCAL);
    assertThat(given.when(new Command.Cancel(new DeliveryId(AT, 3))).settlement())
        .isInstanceOf(Settlement.Followed.class);
  }

  @Test
  void a_first_delivery_has_nothing_that_could_come_back() {
    Given given = PushTest.shopAdded();
    push(given, 2, compatible("42"));
    assertThat(given.whenConverged(LOCAL).one(JobEnded.class).compatible()).isEmpty();
    given.when(new Command.Cancel(new DeliveryId(AT, 1))).refusedBecause("below-floor");
  }
}
