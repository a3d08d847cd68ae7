package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.environment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.guardrail.Way;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.engine.why.Why;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.observation.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Of several that could be named, those and only those are that something is waited for from. */
class WhyPreciselyTest {

  private static final Placement AT = Given.placement("staging");
  private static final TargetId A = Fixtures.target("staging", "a");
  private static final TargetId B = Fixtures.target("staging", "b");
  private static final EnvironmentDefinition STAGING = Fixtures.atOnce("staging");
  private static final StrategyDefinition STRATEGY = new StrategyDefinition.Recreate();
  private static final Reason LOST = new Reason("lost", "The machine went away.");

  private static Given twoOrdered() {
    Given given = Strategies.underWay(STAGING, STRATEGY, A, B);
    while (Strategies.ordered(given).size() < 2) {
      Strategies.converge(given);
    }
    return given;
  }

  private static Explanation why(Given given) {
    return Afresh.explain(given.world(), AT, given.now());
  }

  private static List<String> lines(Given given) {
    return why(given).unmet().stream()
        .flatMap(unmet -> unmet.ways().stream())
        .map(Way::command)
        .toList();
  }

  private static Then deploy(Given given, Optional<Instant> at) {
    return given.when(Fixtures.deployAt(environment("staging"), at));
  }

  private static List<Why.Waiting> queue(Given given) {
    return Why.queue(given.world(), AT, given.now());
  }

  @Test
  void only_who_does_not_know_how_it_ended_is_to_be_looked_at() {
    Given given = twoOrdered();
    given.whenConverged(A);
    given.whenEnded(B, new Outcome.Unknown(LOST));
    assertThat(lines(given))
        .containsExactly(
            "slipway settle shop/staging#2 --target b --succeeded",
            "slipway settle shop/staging#2 --target b --failed",
            "slipway settle shop/staging#2 --target b --rerun");
  }

  @Test
  void who_is_silent_can_be_left_out_where_there_are_others_and_who_answered_cannot() {
    Given given = twoOrdered();
    given.whenConverged(A);
    given.later(Duration.ofMinutes(70)).whenTicked("staging");
    assertThat(lines(given))
        .contains("slipway exclude shop/staging#2 --target b")
        .noneMatch(line -> line.contains("--target a"));
  }

  @Test
  void a_target_is_silent_from_the_very_end_of_its_time_on() {
    Given given = twoOrdered();
    Instant end = Strategies.rollout(given).started().orElseThrow().deadline();
    given.later(Duration.between(given.now(), end));
    given.whenTicked("staging");
    assertThat(why(given).unmet()).isNotEmpty();
    assertThat(lines(given)).contains("slipway settle shop/staging#2 --target a --succeeded");
  }

  @Test
  void only_a_target_without_an_agent_needs_one() {
    Given given = new Given();
    given.when(Fixtures.apply(STAGING));
    given.when(Fixtures.apply(A));
    given.agents("staging");
    given.when(Fixtures.apply(B));
    given.git.push(Fixtures.MAIN, Fixtures.sha(1), Fixtures.shop(Strategies.web(1, STRATEGY)));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    Strategies.push(given, 2, STRATEGY);
    assertThat(lines(given)).containsExactly("slipway target join-token staging b");
    assertThat(why(given).unmet().getFirst().ways())
        .extracting(Way::who)
        .containsExactly("An owner of staging");
  }

  @Test
  void only_who_rests_is_to_be_resumed_or_left_out() {
    Given given = twoOrdered();
    given.when(new Command.PauseTarget(A, new Remark("A new disk.")));
    assertThat(lines(given))
        .containsExactly(
            "slipway target resume staging a", "slipway exclude shop/staging#2 --target a");
  }

  @Test
  void who_alone_rests_cannot_be_left_out() {
    Given given = Strategies.underWay(STAGING, STRATEGY, A);
    given.when(new Command.PauseTarget(A, new Remark("A new disk.")));
    assertThat(lines(given)).containsExactly("slipway target resume staging a");
  }

  @Test
  void a_place_without_anything_on_its_way_says_what_is_in_force_or_how_the_last_one_ended() {
    assertThat(idle(new Given())).isEqualTo("Nothing was delivered here yet.");
    Given given = Strategies.underWay(STAGING, STRATEGY, A);
    Strategies.converge(given);
    assertThat(given.at("staging").active()).isEmpty();
    assertThat(idle(given)).isEqualTo("shop/staging#2 is in force.");
    Strategies.push(given, 4, STRATEGY);
    given.whenEnded(A, new Outcome.Failed(LOST));
    assertThat(idle(given)).contains("The machine went away.");
    Strategies.push(given, 5, STRATEGY);
    Strategies.converge(given);
    assertThat(idle(given)).isEqualTo("shop/staging#4 is in force.");
  }

  private static String idle(Given given) {
    assertThat(why(given).delivery()).isEmpty();
    assertThat(why(given).state()).isEqualTo(Why.of(given.world(), AT).reason());
    return Why.of(given.world(), AT).reason().sentence();
  }

  @Test
  void who_is_next_hears_what_is_on_its_way_and_what_that_says() {
    Given given = Strategies.underWay(STAGING, STRATEGY, A);
    given.whenEnded(A, new Outcome.Unknown(LOST));
    Strategies.push(given, 4, STRATEGY);
    assertThat(queue(given).getFirst().because().sentence())
        .startsWith("It waits for shop/staging#2 to end, which says: ")
        .contains("The machine went away.");
  }

  @Test
  void who_waits_behind_one_or_two_is_told_how_many_but_not_those_that_wait_for_their_time() {
    Given given = PushTest.shopAdded();
    given.when(new Command.Pause(AT, new Remark("Lunch.")));
    deploy(given, Optional.of(given.now().plus(Duration.ofHours(9))));
    for (int n = 0; n < 3; n++) {
      deploy(given, Optional.empty());
    }
    assertThat(queue(given)).extracting(Why.Waiting::position).containsExactly(1, 2, 3, 4);
    assertThat(queue(given))
        .extracting(waiting -> waiting.because().sentence())
        .satisfiesExactly(
            first -> assertThat(first).contains("at the earliest"),
            second -> assertThat(second).contains("Lunch."),
            third -> assertThat(third).isEqualTo("It waits behind one other."),
            fourth -> assertThat(fourth).isEqualTo("It waits behind 2 others."));
    assertThat(why(given).unmet())
        .extracting(Explanation.Unmet::what)
        .containsExactly("pause", "schedule");
  }

  @Test
  void of_several_times_the_first_is_told_and_one_that_is_over_is_not() {
    Given given = PushTest.shopAdded();
    Instant two = given.now().plus(Duration.ofHours(2));
    deploy(given, Optional.of(two.plus(Duration.ofHours(1))));
    deploy(given, Optional.of(two));
    assertThat(why(given).earliest()).contains(two);
    given.later(Duration.between(given.now(), two));
    assertThat(why(given).earliest()).contains(two.plus(Duration.ofHours(1)));
    given.later(Duration.ofHours(1));
    assertThat(why(given).unmet()).isEmpty();
  }

  @Test
  void what_was_queued_before_a_failure_does_not_wait_for_its_end() {
    Given given = TrainTest.standing();
    given.when(new Command.Pause(AT, new Remark("Lunch.")));
    assertThat(why(given).unmet())
        .extracting(Explanation.Unmet::what)
        .containsExactly("pause", "failure");
    deploy(given, Optional.empty());
    assertThat(queue(given)).hasSizeGreaterThan(1);
  }
}
