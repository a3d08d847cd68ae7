package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.why.Why;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.HoldFixed;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.entry.InputsHeld;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentHeld;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import dev.slipway.model.state.Skip;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Going back sticks: what was left comes back only when somebody wants it. */
class RollbackTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final Placement AT = Given.placement("staging");
  private static final Reason EXIT = new Reason("exit-code", "It exited with 3.");

  /** Deliveries 1 to n of the commits 2 to n + 1 were in force, one after the other. */
  private static Given delivered(int n) {
    Given given = PushTest.shopAdded();
    for (int i = 1; i <= n; i++) {
      push(given, i + 1);
      given.whenConverged(STAGING);
    }
    return given;
  }

  private static Then push(Given given, int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    return given.whenHinted(MAIN);
  }

  private static Then rollback(Given given, Optional<Integer> to) {
    return given.when(new Command.Rollback(AT, to, Optional.empty(), Optional.empty()));
  }

  /** The second of two deliveries was rolled back by a person, and the first is in force again. */
  private static Given rolledBack() {
    Given given = delivered(2);
    rollback(given, Optional.empty());
    given.whenConverged(STAGING);
    return given;
  }

  private static Command deploy(Sha sha) {
    return new Command.Deploy(
        Fixtures.SHOP,
        Fixtures.environment("staging"),
        Optional.of(sha.value()),
        false,
        new TreeMap<>(),
        Optional.empty());
  }

  private static Command fixedBy(Sha sha) {
    return new Command.Resume(AT, Optional.of(sha.value()));
  }

  private static Sha inForce(Given given) {
    return given.at("staging").inForce().orElseThrow().delivery().change().sha();
  }

  private static PlacementState.Queued waiting(Given given) {
    return given.at("staging").queue().getFirst();
  }

  @Test
  void it_is_a_new_number_with_the_whole_earlier_content_and_asks_the_source_nothing() {
    Given given = delivered(3);
    Delivery first = given.at("staging").past().getFirst().delivery();
    given.git.away(true);
    Then then = rollback(given, Optional.of(1));
    then.then(
        InputsHeld.class,
        ShipmentMade.class,
        ShipmentQueued.class,
        DeliveryMade.class,
        RolloutStarted.class,
        OrderIssued.class);
    assertThat(then.asked()).isEmpty();
    Delivery again = then.one(DeliveryMade.class).delivery();
    assertThat(again.id()).isEqualTo(new DeliveryId(AT, 4));
    assertThat(again.base()).contains(3);
    assertThat(again.state()).isEqualTo(first.state());
    assertThat(again.hash()).isEqualTo(first.hash());
    assertThat(again.change()).isEqualTo(first.change());
  }

  @Test
  void what_it_goes_back_behind_is_in_the_entry_and_in_the_answer() {
    Given given = delivered(3);
    Then then = rollback(given, Optional.of(1));
    assertThat(then.one(ShipmentMade.class).shipment().madeBy())
        .isInstanceOfSatisfying(
            Shipment.MadeBy.Rollback.class,
            made ->
                assertThat(made.skips()).containsExactly(new Skip(3, sha(4)), new Skip(2, sha(3))));
    assertThat(then.settlement().because().sentence()).contains("#3", "#2");
  }

  @Test
  void without_a_number_it_goes_to_the_one_before_and_never_to_what_is_held() {
    Given given = rolledBack();
    assertThat(inForce(given)).isEqualTo(sha(2));
    rollback(given, Optional.empty()).refusedBecause("never-in-force");
  }

  @Test
  void only_what_was_in_force_can_come_back() {
    Given given = delivered(2);
    push(given, 4);
    given.whenEnded(STAGING, new Outcome.Failed(EXIT));
    rollback(given, Optional.of(3)).refusedBecause("never-in-force");
    rollback(given, Optional.of(9)).refusedBecause("never-in-force");
    rollback(PushTest.shopAdded(), Optional.empty()).refusedBecause("nothing-in-force");
    rollback(delivered(2), Optional.of(2)).refusedBecause("in-force-already");
  }

  @Test
  void after_a_failure_it_goes_back_to_what_is_in_force() {
    Given given = delivered(2);
    push(given, 4);
    given.whenEnded(STAGING, new Outcome.Failed(EXIT));
    Then then = rollback(given, Optional.empty());
    assertThat(then.one(DeliveryMade.class).delivery().change().sha()).isEqualTo(sha(3));
    assertThat(then.one(InputsHeld.class).hold().commits()).containsExactly(sha(4));
  }

  @Test
  void it_goes_before_all_that_waits() {
    Given given = delivered(2);
    push(given, 4);
    push(given, 5);
    rollback(given, Optional.of(1));
    assertThat(given.at("staging").queue()).hasSize(2);
    given.whenEnded(STAGING, new Outcome.Failed(EXIT));
    assertThat(given.at("staging").active().orElseThrow().delivery().change().sha())
        .isEqualTo(sha(2));
  }

  @Test
  void the_held_commit_comes_back_by_no_push_and_a_descendant_waits() {
    Given given = rolledBack();
    push(given, 2);
    given.whenConverged(STAGING);
    Then same = push(given, 3);
    assertThat(same.one(ShipmentHeld.class).because().code()).isEqualTo("held");
    Then descendant = push(given, 4);
    assertThat(descendant.one(ShipmentHeld.class).because().code()).isEqualTo("held-descendant");
    assertThat(descendant.one(ShipmentHeld.class).wayOut())
        .isEqualTo("slipway resume shop/staging --fixed-by %s", sha(4));
    descendant.one(ShipmentSuperseded.class);
    given.whenTicked("staging").then();
    assertThat(Why.queue(given.world(), AT, given.now()).getFirst().because().code())
        .isEqualTo("held-descendant");
    assertThat(inForce(given)).isEqualTo(sha(2));
  }

  @Test
  void what_does_not_contain_it_goes_out() {
    Given given = delivered(3);
    rollback(given, Optional.of(2));
    given.whenConverged(STAGING);
    assertThat(push(given, 2).all(RolloutStarted.class)).hasSize(1);
  }

  @Test
  void a_person_who_says_what_mends_it_lets_that_go_and_all_that_comes_after() {
    Given given = rolledBack();
    push(given, 4);
    given
        .when(fixedBy(sha(4)))
        .then(HoldFixed.class, DeliveryMade.class, RolloutStarted.class, OrderIssued.class);
    given.whenConverged(STAGING);
    assertThat(inForce(given)).isEqualTo(sha(4));
    push(given, 5);
    given.whenConverged(STAGING);
    assertThat(inForce(given)).isEqualTo(sha(5));
    assertThat(push(given, 3).one(ShipmentHeld.class).because().code()).isEqualTo("held");
  }

  @Test
  void its_revert_goes_out_by_itself_and_all_that_comes_after() {
    Given given = rolledBack();
    given.git.reverts(sha(4), sha(3));
    assertThat(push(given, 4).all(RolloutStarted.class)).hasSize(1);
    given.whenConverged(STAGING);
    assertThat(push(given, 5).all(RolloutStarted.class)).hasSize(1);
    given.whenConverged(STAGING);
    assertThat(push(given, 3).one(ShipmentHeld.class).because().code()).isEqualTo("held");
  }

  @Test
  void cancelling_what_a_person_sent_back_leaves_no_hold() {
    Given given = delivered(2);
    rollback(given, Optional.empty());
    given.when(new Command.Cancel(new DeliveryId(AT, 3))).one(HoldLifted.class);
    assertThat(given.at("staging").controls().holds()).isEmpty();
  }

  @Test
  void a_target_that_joins_gets_what_was_restored() {
    Given given = rolledBack();
    TargetId second = target("staging", "second");
    Then then = given.when(Fixtures.apply(second));
    assertThat(then.one(OrderIssued.class).slot().target()).isEqualTo(second);
    assertThat(then.one(OrderIssued.class).delivery().number()).isEqualTo(3);
  }

  @Test
  void whoever_deploys_it_explicitly_wants_it_and_the_hold_is_gone() {
    Given given = rolledBack();
    Then then = given.when(deploy(sha(3)));
    then.one(HoldLifted.class);
    then.one(RolloutStarted.class);
    given.whenConverged(STAGING);
    assertThat(given.at("staging").controls().holds()).isEmpty();
    assertThat(push(given, 4).all(RolloutStarted.class)).hasSize(1);
  }

  @Test
  void deploying_something_else_lifts_nothing() {
    Given given = delivered(3);
    rollback(given, Optional.of(2));
    given.whenConverged(STAGING);
    assertThat(given.when(deploy(sha(2))).all(HoldLifted.class)).isEmpty();
  }

  @Test
  void where_the_source_cannot_say_it_waits_and_is_asked_again() {
    Given given = rolledBack();
    given.git.push(MAIN, sha(5), Fixtures.shop(Fixtures.web("bin/web", "v5")));
    given.git.deaf(true);
    Then then = given.whenHinted(MAIN);
    assertThat(then.one(ShipmentHeld.class).because().code()).isEqualTo("held-unknown");
    assertThat(then.decision().wakeAt()).containsKey(AT);
    given.git.deaf(false);
    assertThat(given.whenTicked("staging").one(ShipmentHeld.class).because().code())
        .isEqualTo("held-descendant");
  }

  @Test
  void saying_what_mends_it_where_nothing_is_held_changes_nothing() {
    Given given = delivered(1);
    given.when(fixedBy(sha(2))).nothingBecause("nothing-held");
    assertThat(List.copyOf(given.at("staging").controls().holds())).isEmpty();
    assertThat(waitingCount(given)).isZero();
  }

  private static int waitingCount(Given given) {
    return given.at("staging").queue().size();
  }

  @Test
  void a_held_one_lets_others_pass() {
    Given given = rolledBack();
    push(given, 4);
    assertThat(waiting(given).held()).isPresent();
    Then then = given.when(deploy(sha(2)));
    then.one(RolloutStarted.class);
    given.whenConverged(STAGING);
    assertThat(waiting(given).held()).isPresent();
  }
}
