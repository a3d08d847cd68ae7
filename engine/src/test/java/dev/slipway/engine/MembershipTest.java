package dev.slipway.engine;

import static dev.slipway.engine.Strategies.converge;
import static dev.slipway.engine.Strategies.inForce;
import static dev.slipway.engine.Strategies.orders;
import static dev.slipway.engine.Strategies.rollout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.guardrail.Way;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.StreamKey;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.RolloutPolicy;
import dev.slipway.model.definition.RolloutPolicy.WhenSilent;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who takes part in a rollout, and what becomes of those who do not answer. */
final class MembershipTest {

  private static final TargetId A = Fixtures.target("staging", "a");
  private static final TargetId B = Fixtures.target("staging", "b");
  private static final StrategyDefinition STRATEGY = new StrategyDefinition.Recreate();
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration PROGRESS = Duration.ofMinutes(20);

  private static EnvironmentDefinition staging(WhenSilent whenSilent) {
    return Fixtures.declared("staging", false)
        .rolling(
            new RolloutPolicy(
                Optional.empty(), Optional.of(HOUR), Optional.of(PROGRESS), whenSilent));
  }

  private static void hear(Given given, TargetId target) {
    given.git.heard(Given.agentOf(target), given.now());
  }

  private static Settlement exclude(Given given, TargetId target) {
    DeliveryId id = rollout(given).delivery().id();
    return given
        .when(new Command.Exclude(id, target.target()))
        .one(CauseSettled.class)
        .settlement();
  }

  /** Version 2 is in force, and B has not been heard of for longer than an hour. */
  private static Given withoutB() {
    Given given = Strategies.underWay(staging(WhenSilent.HALT), STRATEGY, A, B);
    while (given.at("staging").active().isPresent()) {
      converge(given);
    }
    hear(given, B);
    given.later(HOUR.plusMillis(1));
    hear(given, A);
    return given;
  }

  @Test
  void who_is_too_long_away_is_left_out_from_the_start_and_gets_what_is_in_force_later() {
    Given given = withoutB();
    RolloutStarted started = Strategies.push(given, 4, STRATEGY).one(RolloutStarted.class);
    assertThat(started.members()).containsExactly(A.target());
    assertThat(started.excluded()).contains(List.of(B.target()));
    Then settled = given.whenConverged(A);
    assertThat(settled.all(RolloutSettled.class)).hasSize(1);
    assertThat(orders(settled)).containsExactly("b step 1");
    assertThat(inForce(given)).isEqualTo(4);
  }

  @Test
  void who_was_heard_in_time_takes_part() {
    Given given = withoutB();
    hear(given, B);
    RolloutStarted started = Strategies.push(given, 4, STRATEGY).one(RolloutStarted.class);
    assertThat(started.members()).containsExactly(A.target(), B.target());
    assertThat(started.excluded()).isEmpty();
  }

  @Test
  void where_all_are_away_nobody_is_left_out() {
    Given given = withoutB();
    given.later(HOUR.multipliedBy(2));
    RolloutStarted started = Strategies.push(given, 4, STRATEGY).one(RolloutStarted.class);
    assertThat(started.members()).containsExactly(A.target(), B.target());
  }

  @Test
  void who_makes_no_progress_by_the_environments_word_is_silent() {
    Given given = Strategies.underWay(staging(WhenSilent.HALT), STRATEGY, A, B);
    given.later(PROGRESS.minusMillis(1)).whenTicked("staging").then();
    Then late = given.later(Duration.ofMillis(1)).whenTicked("staging");
    assertThat(late.one(RolloutStuck.class).because().code()).isEqualTo("silent");
  }

  @Test
  void a_report_that_was_not_read_yet_keeps_anybody_from_being_called_silent() {
    Given given = Strategies.underWay(staging(WhenSilent.HALT), STRATEGY, A, B);
    StreamKey ofA = StreamKey.of(Organisation.MAIN, A);
    given.whenReported(
        new Report.Refused(
            new Slot(A, Fixtures.SHOP), new Fence(0, Position.START), new Reason("late", "Late.")));
    Then early = given.later(PROGRESS.minusMillis(1)).whenTicked("staging");
    assertThat(early.decision().guards()).doesNotContainKey(ofA);
    Position reported = given.world().version(ofA);
    Then late = given.later(Duration.ofMillis(1)).whenTicked("staging");
    assertThat(late.decision().guards())
        .containsEntry(ofA, reported)
        .doesNotContainKey(StreamKey.of(Organisation.MAIN, B));
    assertThat(reported).isNotEqualTo(Position.START);
  }

  @Test
  void a_silent_target_gives_the_delivery_up_where_its_environment_says_so() {
    Given given = Strategies.underWay(staging(WhenSilent.BACK), STRATEGY, A, B);
    Then late = given.later(PROGRESS).whenTicked("staging");
    assertThat(late.one(RolloutFailed.class).because().code()).isEqualTo("silent");
    assertThat(inForce(given)).isEqualTo(2);
  }

  @Test
  void a_permitted_person_lets_it_go_on_without_who_is_silent() {
    Given given = Strategies.underWay(staging(WhenSilent.HALT), STRATEGY, A, B);
    given.later(PROGRESS).whenTicked("staging");
    DeliveryId id = rollout(given).delivery().id();
    assertThat(Afresh.explain(given.world(), Given.placement("staging"), given.now()).unmet())
        .flatExtracting(Explanation.Unmet::ways)
        .extracting(Way::command)
        .contains("slipway exclude shop/staging#2 --target a");
    Then then = given.when(new Command.Exclude(id, A.target()));
    assertThat(then.one(MemberExcluded.class).target()).isEqualTo(A.target());
    assertThat(rollout(given).phase()).isEqualTo(RolloutPhase.RUNNING);
    assertThat(orders(then)).containsExactlyInAnyOrder("b step 1", "a step 0");
    Then settled = given.whenConverged(B);
    assertThat(settled.all(RolloutSettled.class)).hasSize(1);
    assertThat(orders(settled)).containsExactly("a step 1");
    given.whenConverged(A);
    assertThat(Orders.bodyOf(given.world(), new Slot(A, Fixtures.SHOP)).orElseThrow().delivery())
        .isEqualTo(id.number());
  }

  @Test
  void only_who_is_silent_and_not_the_last_is_excluded() {
    Given given = Strategies.underWay(staging(WhenSilent.HALT), STRATEGY, A, B);
    assertThat(exclude(given, A)).isInstanceOf(Settlement.Refused.class);
    given.later(PROGRESS).whenTicked("staging");
    assertThat(exclude(given, B)).isInstanceOf(Settlement.Refused.class);
    assertThat(exclude(given, Fixtures.target("staging", "z")))
        .isInstanceOf(Settlement.Refused.class);
    assertThat(exclude(given, A)).isInstanceOf(Settlement.Followed.class);
    given.later(PROGRESS).whenTicked("staging");
    assertThat(exclude(given, B)).isInstanceOf(Settlement.Refused.class);
    assertThat(rollout(given).members()).containsOnlyKeys(new TargetName("b"));
  }
}
