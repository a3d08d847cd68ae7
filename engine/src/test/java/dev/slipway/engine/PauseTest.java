package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.why.Why;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.PlacementPaused;
import dev.slipway.model.entry.PlacementResumed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.observation.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** While it is paused nothing new starts, and what is going on comes to its end. */
class PauseTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final Placement AT = Given.placement("staging");
  private static final Reason LOST = new Reason("lost", "Nobody knows.");

  private static Given paused(Given given) {
    given.when(new Command.Pause(AT, new Remark("The database is slow.")));
    return given;
  }

  private static Then push(Given given, int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    return given.whenHinted(MAIN);
  }

  @Test
  void what_is_pushed_waits_in_the_queue_and_is_told_who_paused_and_why() {
    Given given = paused(PushTest.shopAdded());
    assertThat(push(given, 2).all(DeliveryMade.class)).isEmpty();
    assertThat(Why.queue(given.world(), AT, given.now()).getFirst().because())
        .isEqualTo(new Reason("paused", "slipway paused it: The database is slow."));
    given
        .when(new Command.Resume(AT, Optional.empty()))
        .then(PlacementResumed.class, DeliveryMade.class, RolloutStarted.class, OrderIssued.class);
  }

  @Test
  void what_a_target_is_at_it_finishes_and_it_settles() {
    Given given = PushTest.shopAdded();
    push(given, 2);
    paused(given);
    given.whenConverged(STAGING);
    assertThat(given.at("staging").inForce().orElseThrow().delivery().id())
        .isEqualTo(new DeliveryId(AT, 1));
  }

  @Test
  void it_holds_for_its_placement_only() {
    Given given = PushTest.shopAdded();
    push(given, 2);
    paused(given);
    Then then = given.whenConverged(STAGING);
    assertThat(then.all(RolloutSettled.class)).hasSize(1);
    assertThat(then.one(RolloutStarted.class).delivery().placement().environment())
        .isEqualTo(new EnvironmentName("production"));
  }

  @Test
  void a_command_that_is_to_run_again_waits_until_it_is_resumed() {
    Given given = PushTest.shopAdded();
    push(given, 2);
    paused(given);
    given.whenEnded(STAGING, new Outcome.Unknown(LOST));
    DeliveryId id = new DeliveryId(AT, 1);
    Then settled = given.when(new Command.Settle(id, new TargetName("local"), Verdict.RERUN));
    assertThat(settled.all(OrderIssued.class)).isEmpty();
    assertThat(Why.of(given.world(), AT).reason().code()).isEqualTo("paused");
    given
        .when(new Command.Resume(AT, Optional.empty()))
        .then(PlacementResumed.class, OrderIssued.class);
  }

  @Test
  void pausing_twice_for_one_reason_is_pausing_once_and_another_reason_is_kept() {
    Given given = paused(PushTest.shopAdded());
    given
        .when(new Command.Pause(AT, new Remark("The database is slow.")))
        .nothingBecause("paused-already");
    given.when(new Command.Pause(AT, new Remark("It is down."))).then(PlacementPaused.class);
    assertThat(given.at("staging").controls().pause().orElseThrow().because())
        .isEqualTo(new Remark("It is down."));
  }

  @Test
  void resuming_what_is_not_paused_changes_nothing() {
    Given given = PushTest.shopAdded();
    given.when(new Command.Resume(AT, Optional.empty())).nothingBecause("not-paused");
    given
        .when(new Command.Resume(Given.placement("moon"), Optional.empty()))
        .refusedBecause("not-on-route");
  }
}
