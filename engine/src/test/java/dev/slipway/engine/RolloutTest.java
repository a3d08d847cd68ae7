package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.Identities;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.engine.why.Why;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Fence;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.OutcomeDecided;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.RolloutWaiting;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a rollout goes on, ends, or says what holds it up. */
class RolloutTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final Slot SLOT = new Slot(STAGING, Fixtures.SHOP);
  private static final Reason EXIT = new Reason("exit-code", "It exited with 3.");

  private static Given rollingOut() {
    Given given = PushTest.shopAdded();
    push(given, 2);
    return given;
  }

  private static Then push(Given given, int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    return given.whenHinted(MAIN);
  }

  private static Given withoutTargets(boolean allowEmpty) {
    Given given = new Given();
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "v1")));
    given.when(Fixtures.apply(Fixtures.declared("staging", allowEmpty)));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    return given;
  }

  private static Command settle(Given given, Verdict verdict) {
    DeliveryId active = given.at("staging").active().orElseThrow().delivery().id();
    return new Command.Settle(active, new TargetName("local"), verdict);
  }

  @Test
  void a_failure_stops_the_shipment_with_its_reason() {
    Given given = rollingOut();
    Then then = given.whenEnded(STAGING, new Outcome.Failed(EXIT));
    then.then(RolloutFailed.class, ShipmentStopped.class, OrderIssued.class);
    assertThat(then.one(ShipmentStopped.class).because().sentence())
        .isEqualTo("local failed: It exited with 3.");
    assertThat(given.at("production").lastNumber()).isZero();
    assertThat(Why.of(given.world(), Given.placement("staging")).reason().code())
        .isEqualTo("exit-code");
  }

  @Test
  void after_a_failure_the_next_shipment_starts() {
    Given given = rollingOut();
    push(given, 3)
        .then(
            HeadMoved.class,
            ApplicationDefined.class,
            TriggerEvaluated.class,
            ShipmentMade.class,
            ShipmentQueued.class);
    given
        .whenEnded(STAGING, new Outcome.Failed(EXIT))
        .then(
            RolloutFailed.class,
            ShipmentStopped.class,
            DeliveryMade.class,
            RolloutStarted.class,
            OrderIssued.class);
  }

  @Test
  void the_newest_of_what_waits_supersedes_the_others() {
    Given given = rollingOut();
    push(given, 3);
    Then then = push(given, 4);
    ShipmentSuperseded superseded = then.one(ShipmentSuperseded.class);
    assertThat(superseded.by()).isNotEqualTo(superseded.shipment());
    assertThat(given.at("staging").queue()).hasSize(1);
    assertThat(
            Why.queue(given.world(), Given.placement("staging"), given.now())
                .getFirst()
                .because()
                .sentence())
        .isEqualTo("It waits for shop/staging#1 to end.");
    given.whenConverged(STAGING);
    assertThat(given.at("staging").active().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(4));
  }

  @Test
  void success_with_another_release_is_a_failure() {
    Given given = rollingOut();
    Outcome lie =
        new Outcome.Converged(
            List.of(Converging.running(new ServiceName("web"), Fixtures.digest("other"))));
    Then then = given.whenEnded(STAGING, lie);
    assertThat(then.one(RolloutFailed.class).because().code()).isEqualTo("wrong-release");
    assertThat(
            rollingOut()
                .whenEnded(STAGING, new Outcome.Converged(List.of()))
                .all(RolloutFailed.class))
        .hasSize(1);
  }

  @Test
  void a_report_of_an_older_order_is_without_effect() {
    Given given = rollingOut();
    Fence old = new Fence(0, new Position(given.fence(SLOT).position().value() - 1));
    given.whenReported(new Report.Ended(SLOT, old, new Outcome.Failed(EXIT))).then();
    assertThat(given.at("staging").active()).isPresent();
  }

  @Test
  void an_unknown_outcome_waits_for_a_person_and_names_the_way_out() {
    Given given = rollingOut();
    Then then = given.whenEnded(STAGING, new Outcome.Unknown(EXIT));
    then.then(RolloutStuck.class);
    assertThat(then.one(RolloutStuck.class).because().code()).isEqualTo("unknown-outcome");
    assertThat(then.one(RolloutStuck.class).wayOut())
        .isEqualTo("slipway settle shop/staging#1 --target local --succeeded|--failed|--rerun");
    given.whenTicked("staging").then();
    given.when(settle(given, Verdict.SUCCEEDED));
    assertThat(given.at("staging").inForce()).isPresent();
  }

  @Test
  void a_person_has_it_run_again_under_a_new_fence() {
    Given given = rollingOut();
    Fence first = given.fence(SLOT);
    given.whenEnded(STAGING, new Outcome.Unknown(EXIT));
    Then then = given.when(settle(given, Verdict.RERUN));
    then.then(OutcomeDecided.class, OrderIssued.class);
    assertThat(then.one(OrderIssued.class).attempt()).isEqualTo(2);
    assertThat(given.fence(SLOT)).isGreaterThan(first);
    assertThat(Orders.bodyOf(given.world(), SLOT).orElseThrow().attempt()).isEqualTo(2);
    given.whenTicked("staging").then();
  }

  @Test
  void a_person_says_that_it_failed() {
    Given given = rollingOut();
    given.whenEnded(STAGING, new Outcome.Unknown(EXIT));
    given
        .when(settle(given, Verdict.FAILED))
        .then(OutcomeDecided.class, RolloutFailed.class, ShipmentStopped.class, OrderIssued.class);
  }

  @Test
  void what_its_agent_still_has_time_to_report_is_not_for_a_person_to_settle() {
    Given given = rollingOut();
    given.when(settle(given, Verdict.SUCCEEDED)).refusedBecause("nothing-to-settle");
  }

  @Test
  void silence_past_the_deadline_is_stuck_and_a_late_report_still_settles() {
    Given given = rollingOut();
    assertThat(given.whenTicked("staging").decision().wakeAt())
        .containsEntry(Given.placement("staging"), Fixtures.NOON.plus(Duration.ofMinutes(65)));
    given.later(Duration.ofMinutes(66));
    Then then = given.whenTicked("staging");
    assertThat(then.one(RolloutStuck.class).because().code()).isEqualTo("silent");
    given.whenTicked("staging").then();
    assertThat(given.whenConverged(STAGING).all(RolloutSettled.class)).hasSize(1);
  }

  @Test
  void a_target_without_an_agent_is_what_the_rollout_waits_for() {
    Given given = new Given();
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web")));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    assertThat(push(given, 2).one(RolloutWaiting.class).because().code())
        .isEqualTo("agent-missing");
    given.whenTicked("staging").then();
    given
        .when(new Command.EnrolAgent(Given.agentOf(STAGING), STAGING, Fixtures.key()))
        .then(AgentEnrolled.class, RolloutWaiting.class);
  }

  @Test
  void an_environment_without_targets_is_stuck_until_one_is_declared() {
    Given given = withoutTargets(false);
    Then then = push(given, 2);
    assertThat(then.one(RolloutStuck.class).because().code()).isEqualTo("no-members");
    assertThat(then.all(RolloutStarted.class)).isEmpty();
    given
        .when(Fixtures.apply(target("staging", "one")))
        .then(TargetDeclared.class, RolloutStarted.class, OrderIssued.class, RolloutWaiting.class);
  }

  @Test
  void before_its_first_order_a_head_gives_way_to_the_newest() {
    Given given = withoutTargets(false);
    push(given, 2);
    Then then = push(given, 3);
    assertThat(then.all(ShipmentSuperseded.class)).hasSize(1);
    assertThat(then.one(DeliveryMade.class).delivery().id().number()).isEqualTo(2);
  }

  @Test
  void an_environment_that_may_be_empty_settles_at_once_and_a_newcomer_gets_what_is_in_force() {
    Given given = withoutTargets(true);
    assertThat(push(given, 2).all(RolloutSettled.class)).hasSize(1);
    given
        .when(Fixtures.apply(target("staging", "one")))
        .then(TargetDeclared.class, OrderIssued.class);
    given.whenTicked("staging").then();
  }

  @Test
  void an_environment_declared_over_an_implicit_one_is_no_longer_implicit() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.declared("staging", false))).then(EnvironmentDeclared.class);
    assertThat(
            given
                .world()
                .declared()
                .environment(Fixtures.environment("staging"))
                .orElseThrow()
                .definition()
                .implicit())
        .isFalse();
  }

  @Test
  void every_order_can_be_made_again_from_the_world() {
    Given rolling = rollingOut();
    OrderIssued issued =
        rolling.ledger().stream()
            .map(recorded -> recorded.entry())
            .filter(OrderIssued.class::isInstance)
            .map(OrderIssued.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(Identities.orderBody(Orders.bodyOf(rolling.world(), SLOT).orElseThrow()))
        .isEqualTo(issued.body());
    assertThat(Orders.slotsOf(rolling.world(), STAGING)).containsExactly(SLOT);
    assertThat(rolling.at("staging").active().orElseThrow().phase())
        .isEqualTo(RolloutPhase.RUNNING);
  }
}
