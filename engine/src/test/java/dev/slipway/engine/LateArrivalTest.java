package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.environment;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.why.Why;
import dev.slipway.model.Placement;
import dev.slipway.model.Remark;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Spot;
import dev.slipway.model.definition.QueuePolicy;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentSuperseded;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes to an environment after something newer, by each policy of its queue. */
class LateArrivalTest {

  private static final TargetId STAGING = target("staging", "local");
  private static final TargetId PRODUCTION = target("production", "local");
  private static final Placement AT = Given.placement("staging");

  private final Given given = PushTest.shopAdded();
  private final Map<ShipmentId, Integer> made = new HashMap<>();

  private void push(int n) {
    given.git.push(MAIN, sha(n), Fixtures.shop(Fixtures.web("bin/web", "v" + n)));
    given.later(Duration.ofSeconds(1));
    Then then = given.whenHinted(MAIN);
    made.put(then.one(ShipmentMade.class).shipment().id(), n);
  }

  private int number(ShipmentId id) {
    return Optional.ofNullable(made.get(id)).orElseThrow();
  }

  private List<Integer> waiting(String environment) {
    return given.at(environment).queue().stream().map(queued -> number(queued.shipment())).toList();
  }

  /** Somebody lets 4 go before 3 in staging, and 4 is on its way in production. */
  private void outOfOrder(QueuePolicy production) {
    given.when(Fixtures.apply(Fixtures.declared("staging", false).with(QueuePolicy.EVERY)));
    given.when(Fixtures.apply(Fixtures.declared("production", false).with(production)));
    List.of(2, 3, 4).forEach(this::push);
    ShipmentId newest = given.at("staging").queue().getLast().shipment();
    given.when(new Command.MoveQueued(AT, newest, new Spot.First()));
    given.whenConverged(STAGING);
    given.whenConverged(PRODUCTION);
    given.whenConverged(STAGING);
  }

  @ParameterizedTest
  @EnumSource(QueuePolicy.class)
  void nothing_goes_backwards_by_itself_while_something_newer_is_on_its_way(QueuePolicy policy) {
    outOfOrder(policy);
    ShipmentSuperseded late = given.whenConverged(STAGING).one(ShipmentSuperseded.class);
    assertThat(late.placement()).isEqualTo(Given.placement("production"));
    assertThat(number(late.shipment())).isEqualTo(3);
    assertThat(number(late.by())).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(QueuePolicy.class)
  void nothing_goes_backwards_by_itself_once_something_newer_is_in_force(QueuePolicy policy) {
    outOfOrder(policy);
    given.whenConverged(PRODUCTION);
    ShipmentSuperseded late = given.whenConverged(STAGING).one(ShipmentSuperseded.class);
    assertThat(number(late.shipment())).isEqualTo(3);
    assertThat(number(late.by())).isEqualTo(4);
    assertThat(given.at("production").active()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"LATEST, 4", "EVERY, 3 4", "BATCH, 3 4", "TRAIN, 3 4"})
  void of_those_that_wait_only_the_newest_does_where_only_the_latest_counts(
      QueuePolicy policy, String left) {
    given.when(Fixtures.apply(Fixtures.declared("staging", false).with(policy)));
    List.of(2, 3, 4).forEach(this::push);
    assertThat(waiting("staging").stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .isEqualTo(left);
  }

  @Test
  void where_no_train_runs_any_more_nobody_is_told_to_wait_behind_a_failure() {
    Given train = TrainTest.standing();
    train.when(new Command.Pause(AT, new Remark("Lunch.")));
    assertThat(Why.queue(train.world(), AT, train.now()).getFirst().because().code())
        .isEqualTo("behind-failure");
    train.when(Fixtures.apply(Fixtures.declared("staging", false)));
    assertThat(Why.queue(train.world(), AT, train.now()).getFirst().because().code())
        .isNotEqualTo("behind-failure");
  }
}
