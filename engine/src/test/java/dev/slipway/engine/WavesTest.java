package dev.slipway.engine;

import static dev.slipway.engine.Strategies.DRAIN;
import static dev.slipway.engine.Strategies.converge;
import static dev.slipway.engine.Strategies.orders;
import static dev.slipway.engine.Strategies.rollout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.WayBack;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.definition.RolloutPolicy;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.observation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing reaches all targets of an environment in one step, unless somebody said so. */
final class WavesTest {

  private static final Outcome BAD =
      new Outcome.Failed(new Reason("not-healthy", "It never became healthy."));
  private static final EnvironmentDefinition STAGING = Fixtures.declared("staging", false);

  private static final List<StrategyDefinition> STRATEGIES =
      List.of(
          new StrategyDefinition.Recreate(),
          new StrategyDefinition.Rolling(DRAIN),
          new StrategyDefinition.BlueGreen(DRAIN, false),
          Strategies.canary(Stay.Otherwise.BACK),
          new StrategyDefinition.Highlander(DRAIN),
          new StrategyDefinition.InPlace(0),
          new StrategyDefinition.Custom(DRAIN, List.of()));

  private static TargetId[] targets(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> Fixtures.target("staging", "" + (char) ('a' + n)))
        .toArray(TargetId[]::new);
  }

  private static List<Integer> waves(Given given) {
    return rollout(given).itinerary().pace().orElseThrow().waves();
  }

  private static EnvironmentDefinition reaching(Portion targets) {
    return STAGING.rolling(RolloutPolicy.STANDARD.reaching(targets));
  }

  @Test
  void law_30_by_no_strategy_does_a_delivery_reach_several_targets_in_one_step() {
    for (StrategyDefinition strategy : STRATEGIES) {
      for (int count = 2; count <= 5; count++) {
        Given given = Strategies.underWay(STAGING, strategy, targets(count));
        assertThat(Strategies.ordered(given)).as("%s", strategy).hasSize(1);
        assertThat(waves(given).stream().mapToInt(n -> n).sum()).isEqualTo(count);
        assertThat(waves(given)).hasSizeGreaterThan(1).startsWith(1);
      }
    }
  }

  @Test
  void the_first_is_alone_and_then_never_more_are_reached_than_have_come_through() {
    Given given =
        Strategies.underWay(STAGING, new StrategyDefinition.BlueGreen(DRAIN, false), targets(9));
    assertThat(waves(given)).containsExactly(1, 1, 2, 4, 1);
    List<Integer> reached = new ArrayList<>();
    while (given.at("staging").active().isPresent()) {
      int ordered = Strategies.ordered(given).size();
      if (reached.isEmpty() || reached.getLast() != ordered) {
        reached.add(ordered);
      }
      converge(given);
    }
    assertThat(reached).containsExactly(1, 2, 4, 1);
  }

  @Test
  void an_environment_says_how_many_may_be_reached_at_once() {
    StrategyDefinition strategy = new StrategyDefinition.Recreate();
    assertThat(waves(Strategies.underWay(reaching(new Portion.Count(2)), strategy, targets(5))))
        .containsExactly(2, 2, 1);
    assertThat(waves(Strategies.underWay(reaching(new Portion.Percent(40)), strategy, targets(5))))
        .containsExactly(2, 2, 1);
    assertThat(waves(Strategies.underWay(reaching(new Portion.Percent(1)), strategy, targets(3))))
        .containsExactly(1, 1, 1);
    assertThat(waves(Strategies.underWay(reaching(new Portion.Percent(100)), strategy, targets(3))))
        .containsExactly(3);
  }

  @Test
  void one_wave_takes_all_its_steps_before_the_next_begins() {
    Given given =
        Strategies.underWay(STAGING, new StrategyDefinition.BlueGreen(DRAIN, false), targets(2));
    assertThat(orders(converge(given))).containsExactly("a step 2");
    assertThat(orders(converge(given))).containsExactly("a step 3");
    assertThat(orders(converge(given))).containsExactly("b step 1");
    assertThat(orders(converge(given))).containsExactly("b step 2");
    assertThat(orders(converge(given))).containsExactly("b step 3");
    assertThat(converge(given).all(RolloutSettled.class)).hasSize(1);
  }

  @Test
  void who_comes_into_a_wave_for_one_that_was_removed_begins_when_those_before_came_through() {
    TargetId[] targets = targets(4);
    Given given =
        Strategies.underWay(
            reaching(new Portion.Count(2)),
            new StrategyDefinition.BlueGreen(DRAIN, false),
            targets);
    assertThat(orders(given.when(new Command.RemoveTarget(targets[1])))).isEmpty();
    assertThat(orders(converge(given))).containsExactly("a step 2");
    assertThat(orders(converge(given))).containsExactly("a step 3");
    assertThat(orders(converge(given))).containsExactly("c step 1");
    converge(given);
    converge(given);
    assertThat(orders(converge(given))).containsExactly("d step 1");
  }

  @Test
  void a_failure_in_a_wave_leaves_the_rest_untouched() {
    TargetId[] targets = targets(4);
    Given given = Strategies.underWay(STAGING, new StrategyDefinition.Recreate(), targets);
    given.whenConverged(targets[0]);
    Then then = given.whenEnded(targets[1], BAD);
    assertThat(then.all(RolloutFailed.class)).hasSize(1);
    assertThat(orders(then)).containsExactly("b step 0");
  }

  @Test
  void inv_34_an_alarm_in_an_earlier_wave_stops_the_next_and_goes_back_without_a_person() {
    TargetId[] targets = targets(4);
    EnvironmentDefinition staging = Fixtures.goingBack("staging");
    Given given = Strategies.underWay(staging, new StrategyDefinition.Recreate(), targets);
    given.whenConverged(targets[0]);
    Then then = given.whenReported(Baking.observed(given, targets[0], true));
    assertThat(then.one(RolloutFailed.class).because().code()).isEqualTo("unhealthy-at-step");
    assertThat(then.one(RolloutStarted.class).delivery().number()).isEqualTo(3);
    assertThat(then.all(OrderIssued.class))
        .filteredOn(order -> order.delivery().number() == 2)
        .allMatch(order -> order.step() == WayBack.STEP);
  }

  @Test
  void a_lock_holds_the_next_wave() {
    TargetId[] targets = targets(2);
    Given given = Strategies.underWay(STAGING, new StrategyDefinition.Recreate(), targets);
    Approving.lockStaging(given);
    assertThat(orders(given.whenConverged(targets[0]))).isEmpty();
    assertThat(orders(Approving.unlockStaging(given))).containsExactly("b step 1");
  }

  @Test
  void what_comes_back_was_everywhere_before_and_goes_there_at_once() {
    Given given = Strategies.underWay(STAGING, new StrategyDefinition.Recreate(), targets(3));
    while (given.at("staging").active().isPresent()) {
      converge(given);
    }
    Then back =
        given.when(
            new Command.Rollback(
                Given.placement("staging"), Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(orders(back)).containsExactly("a step 1", "b step 1", "c step 1");
  }

  @Test
  void a_decision_is_asked_for_once_and_holds_for_every_wave() {
    Given given = Strategies.underWay(STAGING, Strategies.canary(Stay.Otherwise.BACK), targets(2));
    converge(given);
    given.later(Strategies.TIME).whenTicked("staging");
    converge(given);
    given.when(new Command.Continue(rollout(given).delivery().id(), Optional.empty()));
    assertThat(orders(converge(given))).containsExactly("b step 1");
    converge(given);
    given.later(Strategies.TIME).whenTicked("staging");
    assertThat(orders(converge(given))).containsExactly("b step 3");
  }

  @Test
  void as_many_as_the_strategy_says_may_fail_in_place_and_are_tried_again() {
    TargetId[] targets = targets(3);
    Given given = Strategies.underWay(STAGING, new StrategyDefinition.InPlace(1), targets);
    assertThat(orders(given.whenEnded(targets[0], BAD))).containsExactly("b step 1");
    given.whenConverged(targets[1]);
    Then last = given.whenConverged(targets[2]);
    assertThat(last.all(RolloutSettled.class)).hasSize(1);
    assertThat(orders(last)).contains("a step 0");

    Given worse = Strategies.underWay(STAGING, new StrategyDefinition.InPlace(1), targets);
    worse.whenEnded(targets[0], BAD);
    assertThat(worse.whenEnded(targets[1], BAD).all(RolloutFailed.class)).hasSize(1);
  }

  @Test
  void where_nobody_came_through_it_failed_however_many_were_let() {
    TargetId[] targets = targets(2);
    Given given = Strategies.underWay(STAGING, new StrategyDefinition.InPlace(5), targets);
    given.whenEnded(targets[0], BAD);
    assertThat(given.whenEnded(targets[1], BAD).all(RolloutFailed.class)).hasSize(1);
  }
}
