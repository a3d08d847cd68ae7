package dev.slipway.engine;

import static dev.slipway.engine.Jobbing.AT;
import static dev.slipway.engine.Jobbing.FAILED;
import static dev.slipway.engine.Jobbing.LOCAL;
import static dev.slipway.engine.Jobbing.converged;
import static dev.slipway.engine.Jobbing.delivered;
import static dev.slipway.engine.Jobbing.forGood;
import static dev.slipway.engine.Jobbing.ordered;
import static dev.slipway.engine.Jobbing.push;
import static dev.slipway.engine.Jobbing.rollback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.engine.rollback.Choices;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.state.RollbackChoices;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What cannot be taken back is a floor: nothing from before it comes back. */
class FloorsTest {

  @Test
  void nothing_from_before_one_that_cannot_be_taken_back_comes_back() {
    Given given = delivered();
    push(given, 3, forGood("42"));
    given.whenConverged(LOCAL);
    converged(given);
    Then refused = rollback(given, Optional.of(1));
    refused.refusedBecause("below-floor");
    assertThat(refused.settlement().because().sentence())
        .startsWith("Job migrate (42) of shop/staging#2 has run and cannot be taken back");
    push(given, 4, forGood("42"));
    converged(given);
    assertThat(ordered(rollback(given, Optional.of(2)))).containsExactly("local", "second");
  }

  @Test
  void it_is_said_of_each_earlier_delivery_whether_it_can_be_gone_back_to_and_why_not() {
    Given given = delivered();
    push(given, 3, forGood("42"));
    given.whenConverged(LOCAL);
    converged(given);
    push(given, 4, forGood("42"));
    converged(given);
    rollback(given, Optional.of(2));
    converged(given);
    assertThat(Choices.of(AT, given.at("staging")).all())
        .extracting(
            one -> one.delivery().number(),
            RollbackChoices.One::reachable,
            one -> one.because().map(Reason::code).orElse(""))
        .containsExactly(
            tuple(4, false, "in-force-already"),
            tuple(3, true, "held"),
            tuple(2, false, "in-force-already"),
            tuple(1, false, "below-floor"));
  }

  @Test
  void a_failure_after_one_that_cannot_be_taken_back_says_that_it_stays() {
    Given given = delivered();
    given.when(Fixtures.apply(Fixtures.goingBack("staging")));
    push(given, 3, forGood("42"));
    given.whenConverged(LOCAL);
    given.when(new Command.Cancel(new DeliveryId(AT, 2))).refusedBecause("below-floor");
    Then then = given.whenEnded(LOCAL, FAILED);
    assertThat(then.all(DeliveryMade.class)).isEmpty();
    assertThat(then.one(RolloutFailed.class).because().sentence())
        .contains("It is not rolled back by itself: Job migrate (42) of shop/staging#2");
  }

  @Test
  void a_rollback_that_waited_while_it_ran_is_stopped() {
    Given given = delivered();
    push(given, 3);
    converged(given);
    push(given, 4, forGood("42"));
    rollback(given, Optional.of(1));
    given.whenConverged(LOCAL);
    Then then = converged(given);
    assertThat(then.one(RolloutSettled.class).delivery().number()).isEqualTo(3);
    assertThat(then.one(ShipmentStopped.class).because().code()).isEqualTo("below-floor");
  }
}
