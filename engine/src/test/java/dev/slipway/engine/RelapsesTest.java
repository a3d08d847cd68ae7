package dev.slipway.engine;

import static dev.slipway.engine.Fixtures.MAIN;
import static dev.slipway.engine.Fixtures.sha;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.fold.WayBack;
import dev.slipway.engine.rollout.Orders;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Command.Settle.Verdict;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.order.OrderBody;
import dev.slipway.model.state.DesiredRelease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After a failure every target has an order that is kept: nothing lies under one that failed. */
final class RelapsesTest {

  private static final TargetId A = Fixtures.target("staging", "a");
  private static final TargetId B = Fixtures.target("staging", "b");
  private static final Outcome BAD =
      new Outcome.Failed(new Reason("not-healthy", "It never became healthy."));

  /** Both targets hold the first delivery, and the second is on its way. */
  private static Given underWay(StrategyDefinition strategy) {
    Given given = new Given();
    given.when(Fixtures.apply(Fixtures.atOnce("staging")));
    given.when(Fixtures.apply(A));
    given.when(Fixtures.apply(B));
    push(given, 1, strategy);
    given.when(new Command.AddApplication(Fixtures.REPOSITORY, Optional.of("main"), Fixtures.PATH));
    given.agents("staging");
    push(given, 2, strategy);
    while (given.at("staging").inForce().isEmpty()) {
      given.whenConverged(A);
      given.whenConverged(B);
    }
    push(given, 3, strategy);
    return given;
  }

  private static void push(Given given, int n, StrategyDefinition strategy) {
    given.git.push(
        MAIN,
        sha(n),
        Fixtures.shop(
            Fixtures.served(Fixtures.web("bin/web", "v" + n), Fixtures.serving(strategy, 1))));
    given.whenHinted(MAIN);
  }

  private static StrategyDefinition blueGreen() {
    return new StrategyDefinition.BlueGreen(Duration.ofSeconds(30), false);
  }

  private static StrategyDefinition rolling() {
    return new StrategyDefinition.Rolling(Duration.ofSeconds(30));
  }

  private static List<String> back(Then then) {
    return then.all(OrderIssued.class).stream()
        .filter(order -> order.step() == WayBack.STEP)
        .map(order -> order.slot().target().target().value())
        .toList();
  }

  private static OrderBody order(Given given, TargetId target) {
    return Orders.bodyOf(given.world(), new Slot(target, Fixtures.SHOP)).orElseThrow();
  }

  private static List<String> commits(Given given, TargetId target) {
    return switch (order(given, target).wanted()) {
      case OrderBody.Wanted.Gone _, OrderBody.Wanted.Effect _ -> List.of();
      case OrderBody.Wanted.Present present ->
          present.state().services().stream()
              .flatMap(service -> service.releases().stream())
              .map(DesiredRelease::release)
              .map(release -> release.workload().toString())
              .toList();
    };
  }

  @Test
  void whoever_is_at_a_step_when_another_fails_is_led_back_to_what_is_in_force() {
    Given given = underWay(blueGreen());
    assertThat(back(given.whenEnded(A, BAD))).containsExactly("a", "b");
    for (TargetId target : List.of(A, B)) {
      assertThat(commits(given, target)).singleElement().asString().contains("v2");
      given.whenConverged(target);
    }
    given.whenTicked("staging").then();
  }

  @Test
  void who_is_through_before_another_fails_keeps_what_it_has() {
    Given given = underWay(rolling());
    given.whenConverged(A);
    assertThat(back(given.whenEnded(B, BAD))).containsExactly("b");
    assertThat(commits(given, A)).singleElement().asString().contains("v3");
    assertThat(commits(given, B)).singleElement().asString().contains("v2");
  }

  @Test
  void a_way_back_that_fails_is_ordered_once_for_its_agent_goes_on_trying() {
    Given given = underWay(rolling());
    given.whenEnded(A, BAD);
    given.whenEnded(A, BAD).then();
    given.whenTicked("staging").then();
  }

  @Test
  void who_was_given_up_while_away_does_not_take_the_order_when_it_returns() {
    Given given = underWay(rolling());
    given.later(Duration.ofHours(3));
    given.whenTicked("staging");
    DeliveryId active = given.at("staging").active().orElseThrow().delivery().id();
    Then then = given.when(new Command.Settle(active, A.target(), Verdict.FAILED));
    assertThat(back(then)).containsExactly("a");
    assertThat(commits(given, A)).singleElement().asString().contains("v2");
  }

  @Test
  void a_newcomer_that_fails_is_led_to_the_processes_of_what_is_in_force() {
    Given given = underWay(rolling());
    given.whenConverged(A);
    given.whenConverged(B);
    TargetId late = Fixtures.target("staging", "late");
    given.when(Fixtures.apply(late));
    given.agents("staging");
    assertThat(back(given.whenEnded(late, BAD))).containsExactly("late");
    assertThat(commits(given, late)).singleElement().asString().contains("v3");
  }

  @Test
  void where_nothing_was_in_force_nothing_is_left_half_done() {
    Given given = PushTest.shopAdded();
    push(given, 2, rolling());
    TargetId local = Fixtures.target("staging", "local");
    given.whenEnded(local, BAD);
    assertThat(order(given, local).wanted()).isEqualTo(new OrderBody.Wanted.Gone());
  }

  @Test
  void what_keeps_nothing_is_not_led_anywhere() {
    Given given = PushTest.shopAdded();
    given.git.push(MAIN, sha(2), Fixtures.shop(Fixtures.command("deploy", "bin/deploy")));
    given.whenHinted(MAIN);
    assertThat(back(given.whenEnded(Fixtures.target("staging", "local"), BAD))).isEmpty();
  }

  @Test
  void the_next_delivery_sets_out_from_what_is_in_force() {
    Given given = underWay(blueGreen());
    given.whenEnded(A, BAD);
    push(given, 4, blueGreen());
    assertThat(order(given, A).step()).isEqualTo(1);
    assertThat(commits(given, A)).hasSize(2);
    assertThat(commits(given, A)).anyMatch(c -> c.contains("v2")).anyMatch(c -> c.contains("v4"));
  }
}
