package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.engine.fold.PlacementState.Queued;
import dev.slipway.model.Placement;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Spot;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.entry.DeliveryMade;
import dev.slipway.model.entry.ShipmentJoined;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentSuperseded;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of those that wait run, by the environment's policy. */
class QueuePolicyTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final Placement AT = Given.placement("staging");

  private final Given given = PushTest.shopAdded();
  private final Map<ShipmentId, Integer> made = new HashMap<>();

  private Then push(int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    Then then = given.whenHinted(MAIN);
    made.put(then.one(ShipmentMade.class).shipment().id(), n);
    return then;
  }

  private void deploy(int n) {
    Then then = given.when(Fixtures.deploy(SHOP, environment("staging"), "main"));
    made.put(then.one(ShipmentMade.class).shipment().id(), n);
  }

  private void policy(QueuePolicy policy) {
    given.when(Fixtures.apply(Fixtures.declared("staging", false).with(policy)));
  }

  private int number(ShipmentId id) {
    return Optional.ofNullable(made.get(id)).orElseThrow();
  }

  private List<Integer> order() {
    return given.at("staging").queue().stream().map(Queued::shipment).map(this::number).toList();
  }

  /** Lets everybody have a turn, and tells who had one. */
  private List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    while (!given.at("staging").queue().isEmpty()) {
      given.whenConverged(STAGING).all(DeliveryMade.class).stream()
          .map(DeliveryMade::delivery)
          .filter(delivery -> delivery.id().placement().equals(AT))
          .forEach(delivery -> starts.add(number(delivery.shipment())));
    }
    return starts;
  }

  private static List<Integer> numbers(String words) {
    return Arrays.stream(words.split(" ", -1)).map(Integer::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource({"LATEST, 6, 6", "EVERY, 2 3 4 5 6, 2 3 4 5 6", "BATCH, 2 3 4 5 6, 6"})
  void of_five_that_wait_the_policy_says_which_run(
      QueuePolicy policy, String waiting, String running) {
    policy(policy);
    IntStream.rangeClosed(1, 6).map(n -> n + 1).forEach(this::push);
    made.replaceAll((_, n) -> n - 1);
    assertThat(order()).isEqualTo(numbers(waiting));
    assertThat(starts()).isEqualTo(numbers(running));
  }

  @Test
  void the_newest_of_five_is_next_and_the_others_name_what_superseded_them() {
    push(2);
    List<ShipmentSuperseded> superseded = new ArrayList<>();
    IntStream.rangeClosed(3, 7)
        .forEach(n -> superseded.addAll(push(n).all(ShipmentSuperseded.class)));
    assertThat(superseded)
        .extracting(one -> number(one.shipment()), one -> number(one.by()))
        .containsExactly(pair(3, 4), pair(4, 5), pair(5, 6), pair(6, 7));
    assertThat(starts()).containsExactly(7);
  }

  private static Tuple pair(int one, int other) {
    return tuple(one, other);
  }

  @Test
  void a_batch_names_all_that_it_takes_along_and_requests_stay_apart() {
    policy(QueuePolicy.BATCH);
    push(2);
    push(3);
    push(4);
    deploy(100);
    push(5);
    push(6);
    Then first = given.whenConverged(STAGING);
    assertThat(first.all(ShipmentJoined.class))
        .extracting(one -> number(one.shipment()), one -> number(one.into()))
        .containsExactly(pair(3, 4));
    assertThat(order()).containsExactly(100, 5, 6);
    assertThat(starts()).containsExactly(100, 6);
  }

  @Test
  void what_came_later_waits_behind_a_batch_that_has_its_delivery() {
    given.when(
        Fixtures.apply(Fixtures.guarded("staging", Fixtures.approvals(1)).with(QueuePolicy.BATCH)));
    push(2);
    assertThat(push(3).all(ShipmentSuperseded.class)).isEmpty();
    assertThat(order()).containsExactly(3);
  }

  @Test
  void nobody_passes_whose_order_nobody_has_taken_where_every_one_runs() {
    policy(QueuePolicy.EVERY);
    push(2);
    given.git.agentsAway(true);
    assertThat(push(3).all(ShipmentSuperseded.class)).isEmpty();
    assertThat(order()).containsExactly(3);
  }

  @Test
  void people_order_a_queue_of_every_one_and_a_batch_is_still_the_newest() {
    policy(QueuePolicy.EVERY);
    IntStream.rangeClosed(2, 5).forEach(this::push);
    ShipmentId last = given.at("staging").queue().getLast().shipment();
    given.when(new Command.MoveQueued(AT, last, new Spot.First()));
    assertThat(order()).containsExactly(5, 3, 4);
    policy(QueuePolicy.BATCH);
    assertThat(starts()).containsExactly(5);
  }

  @Test
  void what_comes_late_does_not_go_backwards_by_itself() {
    given.when(Fixtures.apply(Fixtures.declared("production", false).with(QueuePolicy.EVERY)));
    push(2);
    given.whenConverged(STAGING);
    push(3);
    given.whenConverged(STAGING);
    Sha waiting = sha(3);
    assertThat(given.at("production").queue()).hasSize(1);
    given.whenConverged(target("production", "local"));
    given.whenConverged(target("production", "local"));
    assertThat(given.at("production").inForce().orElseThrow().delivery().change().sha())
        .isEqualTo(waiting);
  }
}
