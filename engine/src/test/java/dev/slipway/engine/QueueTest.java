package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.ALICE;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.engine.fold.PlacementState.Queued;
import dev.slipway.engine.why.Why;
import dev.slipway.model.ActorId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Spot;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentMoved;
import dev.slipway.model.entry.ShipmentStopped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do with what waits. */
class QueueTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final Placement AT = Given.placement("staging");

  private final Given given = PushTest.shopAdded();
  private final List<ShipmentId> wished = new ArrayList<>();

  /** One rolls out, and others wait, by their numbers from 1. */
  private void waiting(int count) {
    for (int n = 0; n <= count; n++) {
      wished.add(given.when(deploy()).one(ShipmentMade.class).shipment().id());
    }
  }

  private static Command deploy() {
    return Fixtures.deploy(SHOP, environment("staging"), "main");
  }

  private ShipmentId waiter(int number) {
    return wished.get(number);
  }

  private Command move(int number, Spot to) {
    return new Command.MoveQueued(AT, waiter(number), to);
  }

  private Command remove(int number) {
    return new Command.RemoveQueued(AT, waiter(number));
  }

  private List<Integer> order() {
    return given.at("staging").queue().stream().map(Queued::shipment).map(wished::indexOf).toList();
  }

  /** Lets the first in the queue have its turn until nobody waits, and tells who started. */
  private List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    while (!given.at("staging").queue().isEmpty()) {
      starts.add(
          wished.indexOf(
              given.whenConverged(STAGING).one(DeliveryMade.class).delivery().shipment()));
    }
    return starts;
  }

  private Spot spot(String word) {
    return switch (word) {
      case "first" -> new Spot.First();
      case "last" -> new Spot.Last();
      default -> new Spot.Before(waiter(Integer.parseInt(word)));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "3, first, 3 1 2 4",
    "4, first, 4 1 2 3",
    "1, last,  2 3 4 1",
    "2, last,  1 3 4 2",
    "4, 2,     1 4 2 3",
    "1, 4,     2 3 1 4",
    "3, 1,     3 1 2 4"
  })
  void starts_happen_in_the_order_that_people_gave(int number, String to, String order) {
    waiting(4);
    List<Integer> expected = Arrays.stream(order.split(" ", -1)).map(Integer::valueOf).toList();
    Then then = given.when(alice(), move(number, spot(to))).then(ShipmentMoved.class);
    assertThat(then.one(ShipmentMoved.class).by()).isEqualTo(ALICE);
    assertThat(order()).isEqualTo(expected);
    assertThat(starts()).isEqualTo(expected);
  }

  /** Alice, who may deploy to staging. */
  private ActorId alice() {
    given.when(new Command.IssueToken(ALICE, Role.DEPLOYER, new Scope.OfPlacement(AT)));
    return ALICE;
  }

  @ParameterizedTest
  @CsvSource({"1, first", "4, last", "2, 3", "3, 3"})
  void what_stands_there_already_is_not_moved(int number, String to) {
    waiting(4);
    given.when(move(number, spot(to))).nothingBecause("there-already");
  }

  @Test
  void what_was_taken_out_never_starts_and_the_record_says_who_took_it() {
    waiting(3);
    Then then = given.when(alice(), remove(2)).then(ShipmentStopped.class);
    assertThat(then.one(ShipmentStopped.class).because().code()).isEqualTo("removed");
    assertThat(then.entries()).extracting(Recorded::actor).containsOnly(ALICE);
    assertThat(starts()).containsExactly(1, 3);
    given.when(remove(2)).refusedBecause("not-queued");
  }

  @Test
  void what_left_the_queue_is_neither_moved_nor_taken_out() {
    waiting(2);
    given.when(remove(0)).refusedBecause("past-the-queue");
    given.when(move(0, new Spot.Last())).refusedBecause("past-the-queue");
    Then then = given.when(move(1, new Spot.Before(waiter(0)))).refusedBecause("past-the-queue");
    assertThat(then.settlement().because().sentence()).contains("slipway cancel shop/staging#1");
    given.when(new Command.RemoveQueued(AT, new ShipmentId("s-0"))).refusedBecause("not-queued");
    given
        .when(new Command.RemoveQueued(Given.placement("moon"), waiter(1)))
        .refusedBecause("not-on-route");
    given
        .when(new Command.MoveQueued(Given.placement("production"), waiter(1), new Spot.First()))
        .refusedBecause("not-queued");
  }

  @Test
  void a_rollback_goes_first_whatever_people_order() {
    waiting(0);
    given.whenConverged(STAGING);
    given.git.push(Fixtures.MAIN, Fixtures.sha(2), Fixtures.shop(Fixtures.web("bin/web", "2")));
    given.when(deploy());
    given.whenConverged(STAGING);
    given.when(new Command.Pause(AT, new Remark("Wait.")));
    wished.clear();
    waiting(1);
    ShipmentId rollback =
        given
            .when(new Command.Rollback(AT, Optional.of(1), Optional.empty(), Optional.empty()))
            .one(ShipmentMade.class)
            .shipment()
            .id();
    wished.add(rollback);
    given.when(move(2, new Spot.Last())).refusedBecause("rollback-goes-first");
    given.when(move(1, new Spot.Before(rollback))).refusedBecause("rollback-goes-first");
    given.when(move(1, new Spot.First())).then(ShipmentMoved.class);
    assertThat(order()).containsExactly(2, 1, 0);
    assertThat(given.when(remove(2)).all(HoldLifted.class)).hasSize(1);
  }

  @Test
  void everybody_is_told_a_position_and_why() {
    waiting(3);
    assertThat(Why.queue(given.world(), AT, given.now()))
        .extracting(Why.Waiting::position, one -> one.because().code())
        .containsExactly(
            tuple(1, "rollout-active"), tuple(2, "behind-others"), tuple(3, "behind-others"));
    assertThat(Why.queue(given.world(), AT, given.now()).getLast().because())
        .isEqualTo(new Reason("behind-others", "It waits behind 2 others."));
  }

  @Test
  void the_order_is_given_for_one_placement_only() {
    waiting(2);
    given.when(new Command.Cancel(new DeliveryId(AT, 1)));
    given.when(move(2, new Spot.First()));
    assertThat(given.at("production").queue()).isEmpty();
    assertThat(order()).containsExactly(2, 1);
  }
}
