package dev.slipway.engine;

import static dev.slipway.engine.Baking.A;
import static dev.slipway.engine.Baking.B;
import static dev.slipway.engine.Baking.BLUE_GREEN;
import static dev.slipway.engine.Baking.ROLLING;
import static dev.slipway.engine.Baking.TIME;
import static dev.slipway.engine.Baking.baking;
import static dev.slipway.engine.Baking.converge;
import static dev.slipway.engine.Baking.inForce;
import static dev.slipway.engine.Baking.observed;
import static dev.slipway.engine.Baking.rollout;
import static dev.slipway.engine.Baking.staging;
import static dev.slipway.engine.Baking.underWay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.World;
import dev.slipway.engine.why.Afresh;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.Remark;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.GuardrailVerdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is new has to be healthy for a time before it settles. */
class BakeTest {

  @Test
  void it_settles_when_every_target_was_healthy_for_the_time_and_has_said_so_once_more() {
    for (StrategyDefinition strategy :
        List.of(BLUE_GREEN, ROLLING, new StrategyDefinition.Recreate())) {
      Given given = baking(strategy, OnFailure.HALT);
      assertThat(rollout(given).gated().said(GuardrailName.BAKE).orElseThrow().verdict())
          .isEqualTo(GuardrailVerdict.PENDING);
      assertThat(rollout(given).because().orElseThrow().sentence())
          .startsWith("Baking until " + given.now().plus(TIME));
      assertThat(given.whenTicked("staging").decision().wakeAt())
          .containsEntry(Given.placement("staging"), given.now().plus(TIME));
      assertThat(Afresh.explain(given.world(), Given.placement("staging"), given.now()).earliest())
          .contains(given.now().plus(TIME));

      given.later(TIME.minusMillis(1)).whenTicked("staging").then();
      Then over = given.later(Duration.ofMillis(1)).whenTicked("staging");
      assertThat(over.all(OrderIssued.class)).hasSize(strategy.equals(ROLLING) ? 1 : 2);
      assertThat(inForce(given).change().sha()).isEqualTo(Fixtures.sha(2));
      while (given.at("staging").active().isPresent()) {
        converge(given);
      }
      assertThat(inForce(given).change().sha()).isEqualTo(Fixtures.sha(3));
    }
  }

  @Test
  void the_time_begins_when_the_last_target_is_there() {
    Given given = underWay(ROLLING, OnFailure.HALT);
    given.whenConverged(A);
    given.later(TIME.multipliedBy(2)).whenConverged(B);
    assertThat(rollout(given).bakingSince()).contains(given.now());
    assertThat(rollout(given).steps()).isEqualTo(2);
  }

  @Test
  void a_lock_holds_what_follows_and_a_failure_behind_it_still_goes_back() {
    Given given = baking(BLUE_GREEN, OnFailure.ROLLBACK);
    Approving.lockStaging(given);
    assertThat(given.later(TIME).whenTicked("staging").all(OrderIssued.class)).isEmpty();
    Then then = given.whenReported(observed(given, A, true));
    assertThat(then.one(RolloutStarted.class).bakes()).isEmpty();

    Given calm = baking(BLUE_GREEN, OnFailure.ROLLBACK);
    Approving.lockStaging(calm);
    calm.later(TIME).whenTicked("staging");
    assertThat(Approving.unlockStaging(calm).all(OrderIssued.class)).hasSize(2);
  }

  @Test
  void a_report_that_was_not_read_yet_keeps_it_from_having_baked() {
    Given given = baking(BLUE_GREEN, OnFailure.HALT);
    World world = given.world();
    Then then = given.later(TIME).whenTicked("staging");
    assertThat(then.all(OrderIssued.class)).hasSize(2);
    for (TargetId target : List.of(A, B)) {
      StreamKey reports = StreamKey.of(Organisation.MAIN, target);
      assertThat(world.version(reports)).isNotEqualTo(Position.START);
      assertThat(then.decision().guards()).containsEntry(reports, world.version(reports));
    }
  }

  @Test
  void a_pause_holds_what_follows() {
    Given given = baking(BLUE_GREEN, OnFailure.HALT);
    given.when(new Command.Pause(Given.placement("staging"), new Remark("Lunch.")));
    assertThat(given.later(TIME).whenTicked("staging").all(OrderIssued.class)).isEmpty();
    Then then = given.when(new Command.Resume(Given.placement("staging"), Optional.empty()));
    assertThat(then.all(OrderIssued.class)).hasSize(2);
  }

  @Test
  void a_cancelling_leads_back_to_what_stood_by() {
    Given given = baking(BLUE_GREEN, OnFailure.HALT);
    given.when(new Command.Cancel(rollout(given).delivery().id()));
    given.whenReported(observed(given, A, true)).then();
    given.whenConverged(A);
    assertThat(given.whenConverged(B).all(RolloutCancelled.class)).hasSize(1);
    assertThat(inForce(given).change().sha()).isEqualTo(Fixtures.sha(2));
  }

  @Test
  void how_long_is_what_the_policy_in_force_says() {
    Given given = baking(BLUE_GREEN, OnFailure.HALT);
    Then longer =
        given.when(Fixtures.apply(staging(Optional.of(TIME.multipliedBy(2)), OnFailure.HALT)));
    assertThat(longer.all(OrderIssued.class)).isEmpty();
    assertThat(given.later(TIME).whenTicked("staging").all(OrderIssued.class)).isEmpty();
    Then none = given.when(Fixtures.apply(staging(Optional.empty(), OnFailure.HALT)));
    assertThat(none.all(OrderIssued.class)).hasSize(2);
  }

  @Test
  void what_is_only_commands_has_nothing_to_bake() {
    Given given = underWay(BLUE_GREEN, OnFailure.HALT);
    while (given.at("staging").active().isPresent()) {
      if (rollout(given).bakingSince().isPresent()) {
        given.later(TIME).whenTicked("staging");
      }
      converge(given);
    }
    given.git.push(
        Fixtures.MAIN, Fixtures.sha(4), Fixtures.shop(Fixtures.command("migrate", "./migrate")));
    Then then = given.whenHinted(Fixtures.MAIN);
    assertThat(then.one(RolloutStarted.class).bakes()).isEmpty();
  }
}
