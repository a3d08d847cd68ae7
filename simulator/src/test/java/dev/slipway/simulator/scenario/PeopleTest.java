package dev.slipway.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.codec.Digests;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApprovalPolicy;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.entry.ApprovalGiven;
import dev.slipway.model.entry.LockReleased;
import dev.slipway.model.entry.LockSet;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.TokenRevoked;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.model.guardrail.LockReason;
import dev.slipway.model.state.Delivery;
import dev.slipway.simulator.Life;
import dev.slipway.simulator.Size;
import dev.slipway.simulator.Stage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Scenarios 8 and 9: somebody locks, or takes a word back, at a bad moment. */
class PeopleTest {

  private static final EnvironmentName PRODUCTION = new EnvironmentName("production");
  private static final Duration LONG = Duration.ofHours(2);

  /** Milliseconds within which a start and a lock are tried against each other. */
  private static final int RACES = 80;

  @Test
  void scenario_8_a_lock_before_the_start_keeps_it_waiting_until_it_is_released() {
    Stage stage = Stage.of(Size.SMALL);
    lock(stage);
    stage.untilWritten("it is locked", LockSet.class::isInstance);
    stage.push(3);
    stage.untilHolds("staging", 3);
    stage.pass(LONG.dividedBy(8));
    assertThat(stage.holds("production")).contains(stage.shop.sha(2));
    stage.town.folk.forEach(folk -> folk.relent());
    stage.untilWritten("it is released", LockReleased.class::isInstance);
    stage.untilHolds("production", 3);
    stage.rest();
  }

  @Test
  void scenario_8_a_lock_in_the_same_moment_comes_before_the_start_or_after_it() {
    for (int after = 0; after < RACES; after += 2) {
      Stage stage = Stage.of(Size.SMALL);
      stage.push(3);
      stage.untilHolds("staging", 3);
      stage.town.kernel.after(Life.OUTSIDE, Duration.ofMillis(after), () -> lock(stage));
      stage.untilWritten("it is locked", LockSet.class::isInstance);
      stage.pass(Duration.ofMinutes(2));
    }
  }

  @Test
  void scenario_8_a_lock_between_two_steps_keeps_the_next_one_waiting() {
    Stage stage = Stage.of(Size.MIDDLE);
    stage.push(3);
    stage.untilWritten("an order has left", OrderIssued.class::isInstance);
    lock(stage);
    stage.pass(Duration.ofMinutes(4));
    assertThat(stage.holds("production")).contains(stage.shop.sha(2));
    stage.town.folk.forEach(folk -> folk.relent());
    stage.untilHolds("production", 3);
    stage.rest();
  }

  @Test
  void scenario_9_a_word_counts_only_while_its_giver_may_give_it_and_only_for_what_was_seen() {
    Stage stage = Stage.of(Size.SMALL);
    twoHaveToApprove(stage);
    stage.push(3);
    stage.until(
        "it waits in production",
        () ->
            stage
                .at("production")
                .active()
                .filter(rollout -> rollout.phase() == RolloutPhase.WAITING)
                .isPresent());
    Delivery delivery = stage.at("production").active().orElseThrow().delivery();
    wish(
        stage,
        1,
        new Command.Approve(
            delivery.id(),
            Digests.sha256(delivery.hash().value().getBytes(StandardCharsets.UTF_8))));
    wish(stage, 1, new Command.Approve(delivery.id(), delivery.hash()));
    stage.untilWritten("one approved", ApprovalGiven.class::isInstance);
    stage.town.clients.wish(new Command.RevokeToken(new ActorId("approver-1")));
    stage.untilWritten("who approved is gone", TokenRevoked.class::isInstance);
    wish(stage, 2, new Command.Approve(delivery.id(), delivery.hash()));
    stage.untilWritten("another approved", ApprovalGiven.class::isInstance);
    stage.pass(Duration.ofMinutes(2));
    assertThat(stage.holds("production")).contains(stage.shop.sha(2));
    assertThat(stage.entries().filter(ApprovalGiven.class::isInstance))
        .allMatch(given -> ((ApprovalGiven) given).hash().equals(delivery.hash()));
    assertThat(
            stage
                .entries()
                .filter(entry ->
                    entry instanceof RolloutStarted started
                        && started.delivery().equals(delivery.id())))
        .isEmpty();
    stage.town.folk.forEach(folk -> folk.relent());
    stage.untilHolds("production", 3);
    stage.rest();
  }

  private static void wish(Stage stage, int person, Command command) {
    stage.town.clients.wish(new ActorId("approver-" + person), command);
  }

  private static void twoHaveToApprove(Stage stage) {
    stage.town.declare(
        new EnvironmentDefinition(
            PRODUCTION,
            new TreeMap<>(),
            false,
            Duration.ofMinutes(1),
            false,
            Optional.empty(),
            Optional.of(
                GuardrailPolicy.NONE.with(
                    List.of(new ApprovalPolicy(2, Role.APPROVER, false, LONG)))),
            Optional.empty()));
    stage.pass(Duration.ofSeconds(10));
  }

  private static void lock(Stage stage) {
    stage.town.clients.wish(
        new Command.SetLock(
            new Scope.OfEnvironment(PRODUCTION),
            new LockReason("Nobody touches it now."),
            Lock.Strength.HOLDS,
            Optional.empty()));
  }
}
