package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.engine.why.Why;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Fence;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutCancelling;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.entry.ShipmentStopped;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import dev.slipway.model.order.OrderBody.Wanted;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cancelling wins or loses, and either way says so. */
class CancelTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final Slot SLOT = new Slot(STAGING, Fixtures.SHOP);
  private static final Reason EXIT = new Reason("exit-code", "It exited with 3.");

  /** One is in force, with a process and a command; two rolls out. */
  private static Given rollingOut() {
    Given given = PushTest.shopAdded();
    push(given, 2);
    given.whenConverged(STAGING);
    push(given, 3);
    return given;
  }

  private static void push(Given given, int n) {
    given.git.push(
        MAIN,
        sha(n),
        Fixtures.shop(Fixtures.web("bin/web", "v" + n), Fixtures.command("migrate", "bin/m")));
    given.whenHinted(MAIN);
  }

  private static DeliveryId delivery(int number) {
    return new DeliveryId(Given.placement("staging"), number);
  }

  private static Command cancel(int number) {
    return new Command.Cancel(delivery(number));
  }

  private static Wanted wanted(Given given) {
    return Orders.bodyOf(given.world(), SLOT).orElseThrow().wanted();
  }

  @Test
  void a_running_rollout_goes_back_to_what_was_in_force_without_its_commands() {
    Given given = rollingOut();
    Then then = given.when(cancel(2)).then(RolloutCancelling.class, OrderIssued.class);
    assertThat(then.one(OrderIssued.class).step()).isZero();
    assertThat(wanted(given))
        .isInstanceOfSatisfying(
            Wanted.Present.class,
            present ->
                assertThat(present.state().services())
                    .containsExactlyElementsOf(
                        given
                            .at("staging")
                            .inForce()
                            .orElseThrow()
                            .delivery()
                            .state()
                            .services()
                            .stream()
                            .filter(service -> service.name().value().equals("web"))
                            .toList()));
  }

  @Test
  void the_first_delivery_leaves_nothing_behind() {
    Given given = PushTest.shopAdded();
    push(given, 2);
    given.when(cancel(1)).then(RolloutCancelling.class, OrderIssued.class);
    assertThat(wanted(given)).isInstanceOf(Wanted.Gone.class);
  }

  @Test
  void it_is_cancelled_only_once_every_member_has_answered() {
    Given given = rollingOut();
    given.when(cancel(2));
    assertThat(given.at("staging").active().orElseThrow().phase())
        .isEqualTo(RolloutPhase.CANCELLING);
    assertThat(Why.of(given.world(), Given.placement("staging")).reason().code())
        .isEqualTo("cancelling");
    given.whenConverged(STAGING).then(RolloutCancelled.class, ShipmentStopped.class);
    assertThat(given.at("staging").active()).isEmpty();
    assertThat(given.at("staging").inForce().orElseThrow().delivery().id()).isEqualTo(delivery(1));
    assertThat(given.at("production").queue()).isEmpty();
  }

  @Test
  void what_the_cancelled_order_comes_to_changes_nothing_any_more() {
    Given given = rollingOut();
    Fence before = given.fence(SLOT);
    Outcome asOrdered = Converging.asOrdered(given.world(), SLOT);
    given.when(cancel(2));
    given.whenReported(new Report.Ended(SLOT, before, asOrdered)).then();
    assertThat(given.at("staging").active().orElseThrow().phase())
        .isEqualTo(RolloutPhase.CANCELLING);
  }

  @Test
  void a_target_that_cannot_go_back_is_named() {
    Given given = rollingOut();
    given.when(cancel(2));
    Then then = given.whenEnded(STAGING, new Outcome.Failed(EXIT));
    assertThat(then.one(RolloutCancelled.class).because().sentence())
        .isEqualTo(
            "It was cancelled, but local could not go back: local failed: It exited with 3.");
  }

  @Test
  void a_target_that_does_not_answer_makes_the_cancelling_stuck_and_a_word_ends_it() {
    Given given = rollingOut();
    given.when(cancel(2));
    given.later(Duration.ofMinutes(6)).whenTicked("staging").then(RolloutStuck.class);
    assertThat(given.at("staging").active().orElseThrow().phase())
        .isEqualTo(RolloutPhase.CANCELLING);
    given.when(new Command.Settle(delivery(2), new TargetName("local"), Verdict.FAILED));
    assertThat(given.at("staging").active()).isEmpty();
  }

  @Test
  void the_next_in_the_queue_starts_then() {
    Given given = rollingOut();
    push(given, 4);
    given.when(cancel(2));
    given
        .whenConverged(STAGING)
        .then(
            RolloutCancelled.class,
            ShipmentStopped.class,
            DeliveryMade.class,
            RolloutStarted.class,
            OrderIssued.class);
  }

  @Test
  void what_waits_in_the_queue_simply_ends() {
    Given given = rollingOut();
    push(given, 4);
    ShipmentId waiting = given.at("staging").queue().getFirst().shipment();
    given.when(new Command.CancelShipment(waiting)).then(ShipmentStopped.class);
    assertThat(given.at("staging").queue()).isEmpty();
    given.when(new Command.CancelShipment(waiting)).refusedBecause("not-travelling");
  }

  @Test
  void a_head_without_an_order_simply_ends() {
    Given given = new Given();
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "v1")));
    given.when(Fixtures.apply(Fixtures.declared("staging", false)));
    given.when(
        new Command.AddApplication(
            Fixtures.REPOSITORY, java.util.Optional.of("main"), Fixtures.PATH));
    push(given, 2);
    given.when(cancel(1)).then(ShipmentStopped.class);
    assertThat(given.at("staging").active()).isEmpty();
  }

  @Test
  void a_shipment_that_rolls_out_is_cancelled_where_it_is() {
    Given given = rollingOut();
    ShipmentId rolling = given.at("staging").active().orElseThrow().delivery().shipment();
    given
        .when(new Command.CancelShipment(rolling))
        .then(RolloutCancelling.class, OrderIssued.class);
  }

  @Test
  void cancelling_twice_is_cancelling_once() {
    Given given = rollingOut();
    given.when(cancel(2));
    given.when(cancel(2)).nothingBecause("cancelling-already");
  }

  @Test
  void cancelling_that_lost_says_what_came_first() {
    Given given = rollingOut();
    given.when(cancel(1)).refusedBecause("settled-already");
    given.whenEnded(STAGING, new Outcome.Failed(EXIT));
    Then then = given.when(cancel(2)).refusedBecause("ended-already");
    assertThat(then.settlement().because().sentence()).contains("It exited with 3.");
    given.when(cancel(7)).refusedBecause("not-rolling-out");
    assertThat(List.of(then.entries().size())).containsExactly(1);
  }
}
