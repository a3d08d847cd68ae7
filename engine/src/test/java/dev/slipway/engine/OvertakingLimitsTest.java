package dev.slipway.engine;

import static dev.slipway.engine.Approving.ANNA;
import static dev.slipway.engine.Approving.approve;
import static dev.slipway.engine.Approving.ready;
import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.SHOP;
import static dev.slipway.engine.Fixtures.approvals;
import static dev.slipway.engine.Fixtures.sha;
import static dev.slipway.engine.Fixtures.target;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.slipway.engine.fold.WayBack;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Fence;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.ShipmentSuperseded;
import dev.slipway.model.need.Need;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whose orders are not taken back, although the agents are away and something newer waits. */
class OvertakingLimitsTest {

  private static final TargetId A = target("staging", "a");
  private static final TargetId B = target("staging", "b");
  private static final Placement AT = Given.placement("staging");
  private static final StrategyDefinition BLUE_GREEN =
      new StrategyDefinition.BlueGreen(Duration.ofSeconds(30), false);

  private static Then push(Given given, int n, JobDefinition... jobs) {
    ApplicationDefinition shop = Fixtures.shop(Fixtures.web("bin/web", "v" + n));
    given.git.push(MAIN, sha(n), jobs.length == 0 ? shop : Fixtures.with(shop, jobs));
    return given.whenHinted(MAIN);
  }

  private static boolean passes(Then then) {
    return !then.all(ShipmentSuperseded.class).isEmpty();
  }

  /** Two targets, of which the environment lets so many be reached at once. */
  private static Given two(EnvironmentDefinition staging) {
    Given given = new Given();
    given.when(Fixtures.apply(staging));
    given.when(Fixtures.apply(A));
    given.when(Fixtures.apply(B));
    given.git.push(MAIN, sha(1), Fixtures.shop(Fixtures.web("bin/web", "v1")));
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    return given.agents("staging");
  }

  @Test
  void only_whose_turn_it_was_is_led_back_and_by_the_next_attempt() {
    Given given = two(Fixtures.declared("staging", false));
    push(given, 2);
    given.git.agentsAway(true);
    Then then = push(given, 3);
    assertThat(passes(then)).isTrue();
    assertThat(then.all(OrderIssued.class))
        .extracting(order -> order.slot().target(), OrderIssued::step, OrderIssued::attempt)
        .containsExactly(tuple(A, WayBack.STEP, 2), tuple(A, 1, 1));
  }

  @Test
  void it_is_asked_of_exactly_the_orders_that_are_out() {
    Given given = two(Fixtures.atOnce("staging"));
    push(given, 2);
    Map<Slot, Fence> out =
        Stream.of(A, B)
            .map(target -> new Slot(target, SHOP))
            .collect(Collectors.toMap(slot -> slot, given::fence));
    assertThat(push(given, 3).asked()).contains(new Need.OrdersTaken(Organisation.MAIN, out));
  }

  @Test
  void where_one_of_two_has_answered_nobody_passes() {
    Given given = two(Fixtures.atOnce("staging"));
    push(given, 2);
    given.whenConverged(A);
    given.git.agentsAway(true);
    assertThat(passes(push(given, 3))).isFalse();
  }

  @Test
  void what_is_at_its_second_step_was_heard_of() {
    Given given = Strategies.underWay(Fixtures.declared("staging", false), BLUE_GREEN, A);
    given.whenConverged(A);
    given.git.agentsAway(true);
    assertThat(passes(Strategies.push(given, 4, BLUE_GREEN))).isFalse();
  }

  @Test
  void what_people_approved_keeps_its_place() {
    Given given = ready(approvals(1));
    push(given, 2);
    given.when(ANNA, approve(given));
    given.git.agentsAway(true);
    assertThat(passes(push(given, 3))).isFalse();
  }

  @Test
  void what_has_effects_is_not_taken_back() {
    Given given = PushTest.shopAdded();
    push(given, 2, Jobbing.smoke());
    given.git.agentsAway(true);
    assertThat(passes(push(given, 3))).isFalse();
  }

  @Test
  void what_is_being_cancelled_is_on_its_way_back_already() {
    Given given = PushTest.shopAdded();
    push(given, 2);
    given.when(new Command.Cancel(new DeliveryId(AT, 1)));
    given.git.agentsAway(true);
    assertThat(passes(push(given, 3))).isFalse();
  }

  @Test
  void who_may_be_away_soon_is_looked_at_again_then() {
    Given given = PushTest.shopAdded();
    push(given, 2);
    Instant soon = given.now().plusSeconds(40);
    given.git.agentsAwayFrom(soon);
    assertThat(push(given, 3).decision().wakeAt()).containsEntry(AT, soon);
  }
}
