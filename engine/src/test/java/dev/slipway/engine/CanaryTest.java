package dev.slipway.engine;

import static dev.slipway.engine.Strategies.TIME;
import static dev.slipway.engine.Strategies.WITHIN;
import static dev.slipway.engine.Strategies.canary;
import static dev.slipway.engine.Strategies.converge;
import static dev.slipway.engine.Strategies.inForce;
import static dev.slipway.engine.Strategies.orders;
import static dev.slipway.engine.Strategies.rollout;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.guardrail.Way;
import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.RolloutCancelled;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A canary: a share of the traffic, then some time or somebody's word, then more. */
final class CanaryTest {

  private static final TargetId A = Fixtures.target("staging", "a");
  private static final EnvironmentDefinition STAGING = Fixtures.declared("staging", false);

  private static Given underWay(Stay.Otherwise otherwise) {
    return Strategies.underWay(STAGING, canary(otherwise), A);
  }

  /** It is at 50 %, and somebody has to say that it goes on. */
  private static Given asking(Stay.Otherwise otherwise) {
    Given given = underWay(otherwise);
    converge(given);
    given.later(TIME).whenTicked("staging");
    converge(given);
    return given;
  }

  private static DeliveryId id(Given given) {
    return rollout(given).delivery().id();
  }

  private static Settlement settlement(Then then) {
    return then.one(CauseSettled.class).settlement();
  }

  private static Then continued(Given given) {
    return given.when(new Command.Continue(id(given), Optional.empty()));
  }

  @Test
  void it_stays_at_its_first_share_for_the_time_and_then_goes_on() {
    Given given = underWay(Stay.Otherwise.BACK);
    Then there = given.whenConverged(A);
    assertThat(orders(there)).isEmpty();
    assertThat(there.decision().wakeAt())
        .containsEntry(Given.placement("staging"), given.now().plus(TIME));
    assertThat(Afresh.explain(given.world(), Given.placement("staging"), given.now()).earliest())
        .contains(given.now().plus(TIME));
    assertThat(given.later(TIME.minusMillis(1)).whenTicked("staging").entries()).isEmpty();
    assertThat(orders(given.later(Duration.ofMillis(1)).whenTicked("staging")))
        .containsExactly("a step 2");
  }

  @Test
  void whoever_may_deploy_lets_it_go_on_and_then_all_is_new() {
    Given given = asking(Stay.Otherwise.BACK);
    assertThat(given.whenTicked("staging").entries()).isEmpty();
    assertThat(orders(continued(given))).containsExactly("a step 3");
    assertThat(given.whenConverged(A).all(RolloutSettled.class)).hasSize(1);
    assertThat(inForce(given)).isEqualTo(3);
  }

  @Test
  void why_names_the_decision_with_the_exact_commands() {
    Given given = asking(Stay.Otherwise.BACK);
    Explanation why = Afresh.explain(given.world(), Given.placement("staging"), given.now());
    assertThat(why.unmet())
        .singleElement()
        .satisfies(unmet -> {
          assertThat(unmet.what()).isEqualTo("decision");
          assertThat(unmet.earliest()).isEmpty();
          assertThat(unmet.ways().stream().map(Way::command))
              .containsExactly("slipway continue shop/staging#2", "slipway cancel shop/staging#2");
        });
  }

  @Test
  void cancelling_takes_it_back_to_nothing_with_the_old_at_all_of_the_traffic() {
    Given given = asking(Stay.Otherwise.BACK);
    assertThat(orders(given.when(new Command.Cancel(id(given))))).containsExactly("a step 0");
    assertThat(given.whenConverged(A).all(RolloutCancelled.class)).hasSize(1);
    assertThat(inForce(given)).isEqualTo(2);
  }

  @Test
  void when_nobody_answers_in_time_it_goes_back_where_its_strategy_says_so() {
    Given given = asking(Stay.Otherwise.BACK);
    given.later(WITHIN.minusMillis(1)).whenTicked("staging").then();
    Then late = given.later(Duration.ofMillis(1)).whenTicked("staging");
    assertThat(late.one(RolloutFailed.class).because().code()).isEqualTo("undecided");
    assertThat(orders(late)).containsExactly("a step 0");
    assertThat(inForce(given)).isEqualTo(2);
  }

  @Test
  void when_nobody_answers_in_time_it_halts_where_its_strategy_says_so_and_can_still_go_on() {
    Given given = asking(Stay.Otherwise.HALT);
    Then late = given.later(WITHIN).whenTicked("staging");
    assertThat(late.one(RolloutStuck.class).wayOut()).isEqualTo("slipway continue shop/staging#2");
    assertThat(rollout(given).phase()).isEqualTo(RolloutPhase.STUCK);
    assertThat(Afresh.explain(given.world(), Given.placement("staging"), given.now()).unmet())
        .flatExtracting(Explanation.Unmet::ways)
        .extracting(Way::command)
        .containsExactly("slipway continue shop/staging#2", "slipway cancel shop/staging#2");
    assertThat(given.whenTicked("staging").entries()).isEmpty();
    assertThat(orders(continued(given))).containsExactly("a step 3");
  }

  @Test
  void a_target_that_differs_at_a_share_fails_it_and_what_is_old_comes_back() {
    Given given = asking(Stay.Otherwise.BACK);
    Report died = Baking.observed(given, A, true);
    Then then = given.whenReported(died);
    assertThat(then.one(RolloutFailed.class).because().code()).isEqualTo("unhealthy-at-step");
    assertThat(orders(then)).containsExactly("a step 0");
    assertThat(inForce(given)).isEqualTo(2);
  }

  @Test
  void a_check_that_fails_at_half_returns_it_to_nothing() {
    Given given = underWay(Stay.Otherwise.BACK);
    converge(given);
    given.later(TIME).whenTicked("staging");
    Then then = given.whenEnded(A, new Outcome.Failed(new Reason("not-healthy", "It is not.")));
    assertThat(then.all(RolloutFailed.class)).hasSize(1);
    assertThat(orders(then)).containsExactly("a step 0");
  }

  @Test
  void a_word_is_for_the_step_that_was_seen_and_counts_once() {
    Given given = asking(Stay.Otherwise.BACK);
    assertThat(settlement(given.when(new Command.Continue(id(given), Optional.of(1)))))
        .isInstanceOf(Settlement.Refused.class);
    assertThat(settlement(given.when(new Command.Continue(id(given), Optional.of(2)))))
        .isInstanceOf(Settlement.Followed.class);
    assertThat(settlement(continued(given))).isInstanceOf(Settlement.Refused.class);
  }

  @Test
  void nobodys_word_is_asked_while_it_is_on_its_way_or_only_observed() {
    Given given = underWay(Stay.Otherwise.BACK);
    assertThat(settlement(continued(given))).isInstanceOf(Settlement.Refused.class);
    given.whenConverged(A);
    assertThat(settlement(continued(given))).isInstanceOf(Settlement.Refused.class);
  }

  @Test
  void a_word_before_a_lock_ends_counts_when_it_has_ended() {
    Given given = asking(Stay.Otherwise.BACK);
    Approving.lockStaging(given);
    assertThat(orders(continued(given))).isEmpty();
    assertThat(orders(Approving.unlockStaging(given))).containsExactly("a step 3");
  }

  @Test
  void what_comes_back_goes_through_its_shares_and_stays_nowhere() {
    Given given = asking(Stay.Otherwise.BACK);
    continued(given);
    given.whenConverged(A);
    Then back =
        given.when(
            new Command.Rollback(
                Given.placement("staging"), Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(back.one(RolloutStarted.class).pace().orElseThrow().stays()).isEmpty();
    while (given.at("staging").active().isPresent()) {
      converge(given);
    }
    assertThat(inForce(given)).isEqualTo(2);
  }

  @Test
  void a_first_delivery_has_nothing_to_compare_with_and_stays_nowhere() {
    Given given = Strategies.underWay(STAGING, canary(Stay.Otherwise.BACK), A);
    List<RolloutStarted> started =
        given.ledger().stream()
            .map(recorded -> recorded.entry())
            .filter(RolloutStarted.class::isInstance)
            .map(RolloutStarted.class::cast)
            .toList();
    assertThat(started.getFirst().pace().orElseThrow().stays()).isEmpty();
    assertThat(started.getLast().pace().orElseThrow().stays()).hasSize(2);
  }
}
