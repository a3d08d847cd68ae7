package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.SlotState;
import dev.slipway.engine.fold.WayBack;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.model.Remark;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentSuperseded;
import org.junit.jupiter.api.Test;

/** Who is away is not led through what is past. */
class OvertakingTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final Slot SLOT = new Slot(STAGING, Fixtures.SHOP);

  private final Given given = PushTest.shopAdded();

  private Then push(int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    return given.whenHinted(MAIN);
  }

  private SlotState.Ordered order() {
    return given.world().deliveries().slot(SLOT).ordered().orElseThrow();
  }

  @Test
  void the_newest_passes_a_rollout_whose_order_nobody_has_taken() {
    push(2);
    given.git.agentsAway(true);
    Then then = push(3);
    assertThat(then.all(ShipmentSuperseded.class)).hasSize(1);
    assertThat(then.all(OrderIssued.class))
        .extracting(OrderIssued::step)
        .containsExactly(WayBack.STEP, 1);
    assertThat(then.all(DeliveryMade.class)).hasSize(1);
    assertThat(then.all(RolloutStarted.class)).hasSize(1);
    assertThat(order().delivery().change().sha()).isEqualTo(sha(3));
    given.whenConverged(STAGING);
    assertThat(given.at("staging").inForce().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(3));
  }

  @Test
  void one_that_was_taken_goes_on() {
    push(2);
    assertThat(push(3).all(ShipmentSuperseded.class)).isEmpty();
    assertThat(order().delivery().change().sha()).isEqualTo(sha(2));
  }

  @Test
  void who_is_found_to_be_away_later_is_passed_then() {
    push(2);
    push(3);
    given.git.agentsAway(true);
    assertThat(given.whenTicked("staging").all(ShipmentSuperseded.class)).hasSize(1);
    assertThat(order().delivery().change().sha()).isEqualTo(sha(3));
  }

  @Test
  void what_failed_or_was_answered_is_not_passed() {
    push(2);
    given.whenConverged(STAGING);
    push(3);
    given.git.agentsAway(true);
    given.whenConverged(STAGING);
    assertThat(given.at("staging").inForce().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(3));
    assertThat(push(4).all(ShipmentSuperseded.class)).isEmpty();
  }

  @Test
  void nothing_passes_while_the_placement_is_paused() {
    push(2);
    given.git.agentsAway(true);
    given.when(new Command.Pause(Given.placement("staging"), new Remark("Wait.")));
    assertThat(push(3).all(ShipmentSuperseded.class)).isEmpty();
    assertThat(order().delivery().change().sha()).isEqualTo(sha(2));
  }

  @Test
  void who_took_an_order_unheard_is_led_back_by_a_higher_fence() {
    push(2);
    long taken = given.fence(SLOT).position().value();
    given.git.agentsAway(true);
    push(3);
    assertThat(Orders.fenceOf(given.world(), SLOT).orElseThrow().position().value())
        .isGreaterThan(taken);
  }
}
