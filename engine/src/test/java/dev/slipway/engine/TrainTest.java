package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.engine.why.Why;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.FailurePassed;
import dev.slipway.model.entry.RolloutFailed;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Delivery;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Three releases, the second of which fails in staging: the third is not started there until the
 * failed one is replaced.
 */
class TrainTest {

  static final TargetId STAGING = target("staging", "local");
  private static final Placement AT = Given.placement("staging");
  private static final Reason BROKEN = new Reason("broken", "It did not come up.");
  private static final DeliveryId FAILED = new DeliveryId(AT, 2);

  /** The first is in force, the second failed, and the third waits. */
  static Given standing() {
    return failed(QueuePolicy.TRAIN, false);
  }

  private static Given failed(QueuePolicy policy, boolean goesBack) {
    Given given = PushTest.shopAdded();
    given.when(
        Fixtures.apply(
            (goesBack ? Fixtures.goingBack("staging") : Fixtures.declared("staging", false))
                .with(policy)));
    push(given, 2);
    push(given, 3);
    push(given, 4);
    given.whenConverged(STAGING);
    given.whenEnded(STAGING, new Outcome.Failed(BROKEN));
    return given;
  }

  static Then push(Given given, int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    return given.whenHinted(MAIN);
  }

  private static Then deploy(Given given) {
    return given.when(Fixtures.deploy(Fixtures.SHOP, Fixtures.environment("staging"), "main"));
  }

  private static List<Integer> started(Then then) {
    return then.all(RolloutStarted.class).stream()
        .map(RolloutStarted::delivery)
        .filter(delivery -> delivery.placement().equals(AT))
        .map(DeliveryId::number)
        .toList();
  }

  private static Delivery onItsWay(Given given) {
    return given.at("staging").active().orElseThrow().delivery();
  }

  @Test
  void the_third_is_not_started_where_the_second_failed() {
    Given given = standing();
    assertThat(given.at("staging").active()).isEmpty();
    assertThat(given.at("staging").queue()).hasSize(1);
    assertThat(given.whenTicked("staging").all(DeliveryMade.class)).isEmpty();
  }

  @Test
  void what_was_before_it_travels_on() {
    assertThat(standing().at("production").active().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(2));
  }

  @Test
  void who_waits_is_told_what_failed_and_the_exact_words_that_help() {
    Given given = standing();
    Why.Waiting third = Why.queue(given.world(), AT, given.now()).getFirst();
    assertThat(third.because().sentence())
        .startsWith("shop/staging#2 failed, and what is behind it waits until it is replaced: ")
        .contains("It did not come up.");
    assertThat(third.wayOut()).contains("slipway queue go-on shop/staging#2");
    Explanation.Unmet unmet = Afresh.explain(given.world(), AT, given.now()).unmet().getFirst();
    assertThat(unmet.what()).isEqualTo("failure");
    assertThat(unmet.ways())
        .extracting(way -> way.least(), way -> way.command())
        .containsExactly(
            tuple(Role.DEPLOYER, "slipway queue go-on shop/staging#2"),
            tuple(Role.DEPLOYER, "slipway rollback shop/staging"),
            tuple(Role.DEPLOYER, "slipway deploy shop --to staging"));
  }

  @Test
  void a_newer_release_replaces_it_and_supersedes_what_waited() {
    Given given = standing();
    Then then = push(given, 5);
    assertThat(then.all(ShipmentSuperseded.class)).hasSize(1);
    assertThat(started(then)).containsExactly(3);
    assertThat(onItsWay(given).change().sha()).isEqualTo(sha(5));
    given.whenConverged(STAGING);
    assertThat(started(push(given, 6))).as("It goes on as before.").containsExactly(4);
  }

  @Test
  void a_deploy_by_hand_goes_first_and_those_that_waited_have_their_turn_after_it() {
    Given given = standing();
    assertThat(started(deploy(given))).containsExactly(3);
    assertThat(given.at("staging").queue()).hasSize(1);
    assertThat(started(given.whenConverged(STAGING))).containsExactly(4);
  }

  @Test
  void what_was_asked_for_by_hand_before_the_failure_waits_behind_it() {
    Given given = PushTest.shopAdded();
    given.when(Fixtures.apply(Fixtures.declared("staging", false).with(QueuePolicy.TRAIN)));
    push(given, 2);
    deploy(given);
    given.whenEnded(STAGING, new Outcome.Failed(BROKEN));
    assertThat(given.at("staging").active()).isEmpty();
    assertThat(given.at("staging").queue()).hasSize(1);
  }

  @Test
  void a_persons_word_lets_them_go_on_and_is_recorded() {
    Given given = standing();
    given.when(new Command.IssueToken(Fixtures.ALICE, Role.DEPLOYER, new Scope.OfPlacement(AT)));
    Then then =
        given.when(
            Fixtures.ALICE,
            new Command.PassFailure(FAILED, Optional.of(new Remark("It was the network."))));
    assertThat(then.one(FailurePassed.class).by()).isEqualTo(Fixtures.ALICE);
    assertThat(started(then)).containsExactly(3);
    given.when(new Command.PassFailure(FAILED, Optional.empty())).refusedBecause("not-stopped");
  }

  @Test
  void a_word_about_another_failure_than_the_last_is_refused() {
    Given given = standing();
    push(given, 5);
    given.whenEnded(STAGING, new Outcome.Failed(BROKEN));
    given.when(new Command.PassFailure(FAILED, Optional.empty())).refusedBecause("not-stopped");
    assertThat(given.when(new Command.PassFailure(new DeliveryId(AT, 3), Optional.empty())))
        .satisfies(then -> then.one(FailurePassed.class));
  }

  @Test
  void a_rollback_by_hand_is_a_word_too_and_what_contains_the_failed_one_is_held() {
    Given given = standing();
    given.when(new Command.Rollback(AT, Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(onItsWay(given).restores()).contains(1);
    given.whenConverged(STAGING);
    assertThat(given.at("staging").controls().breakdown()).isEmpty();
    Why.Waiting third = Why.queue(given.world(), AT, given.now()).getFirst();
    assertThat(third.because().code()).isEqualTo("held-descendant");
  }

  @Test
  void what_goes_back_by_itself_is_no_replacement() {
    Given given = failed(QueuePolicy.TRAIN, true);
    assertThat(onItsWay(given).restores()).contains(1);
    given.whenConverged(STAGING);
    assertThat(given.at("staging").inForce().orElseThrow().delivery().id().number()).isEqualTo(3);
    assertThat(given.at("staging").active()).isEmpty();
    Explanation.Unmet unmet = Afresh.explain(given.world(), AT, given.now()).unmet().getFirst();
    assertThat(unmet.ways())
        .as("Going back once more would take away what was right.")
        .extracting(way -> way.command())
        .doesNotContain("slipway rollback shop/staging");
    assertThat(started(push(given, 5))).containsExactly(4);
  }

  @Test
  void a_replacement_that_fails_stops_what_came_after_it() {
    Given given = standing();
    push(given, 5);
    push(given, 6);
    assertThat(given.whenEnded(STAGING, new Outcome.Failed(BROKEN)).all(RolloutFailed.class))
        .hasSize(1);
    assertThat(given.at("staging").active()).isEmpty();
    assertThat(started(push(given, 7))).containsExactly(4);
  }

  @Test
  void a_replacement_that_is_cancelled_replaces_nothing() {
    Given given = standing();
    deploy(given);
    given.when(new Command.Cancel(new DeliveryId(AT, 3)));
    given.whenConverged(STAGING);
    assertThat(given.at("staging").active()).isEmpty();
    assertThat(given.at("staging").queue()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(value = QueuePolicy.class, names = "TRAIN", mode = EnumSource.Mode.EXCLUDE)
  void where_no_train_runs_a_failure_stops_nobody(QueuePolicy policy) {
    Given given = failed(policy, false);
    int behind = given.at("staging").queue().size();
    assertThat(given.at("staging").active().isPresent() || behind == 0).isTrue();
    assertThat(Afresh.explain(given.world(), AT, given.now()).unmet())
        .noneSatisfy(unmet -> assertThat(unmet.what()).isEqualTo("failure"));
  }

  @Test
  void they_go_on_when_the_environment_wants_no_train_any_more() {
    Given given = standing();
    assertThat(started(given.when(Fixtures.apply(Fixtures.declared("staging", false)))))
        .containsExactly(3);
  }

  @Test
  void two_trains_that_make_the_same_stop_at_another_place_do_not_stop_each_other() {
    Given given = standing();
    assertThat(given.whenConverged(target("production", "local")).all(ShipmentMade.class))
        .isEmpty();
    assertThat(given.at("production").inForce()).isPresent();
    assertThat(given.at("staging").active()).isEmpty();
  }
}
