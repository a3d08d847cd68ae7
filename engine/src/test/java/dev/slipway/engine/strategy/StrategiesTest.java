package dev.slipway.engine.strategy;

import static dev.slipway.engine.strategy.Courses.DRAIN;
import static dev.slipway.engine.strategy.Courses.ROLLING;
import static dev.slipway.engine.strategy.Courses.course;
import static dev.slipway.engine.strategy.Courses.delivery;
import static dev.slipway.engine.strategy.Courses.named;
import static dev.slipway.engine.strategy.Courses.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.definition.Portion;
import dev.slipway.model.definition.Stage;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredState;
import dev.slipway.model.state.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The courses of strategies that have steps or batches of their own. */
final class StrategiesTest {

  private static StrategyDefinition.Canary canary(int... weights) {
    return new StrategyDefinition.Canary(
        DRAIN, IntStream.of(weights).mapToObj(weight -> new Stage(weight, Stay.NONE)).toList());
  }

  @Test
  void a_canary_has_as_many_instances_as_its_weight_takes() {
    StrategyDefinition canary = canary(10, 50, 100);
    assertThat(course(delivery(1, web(canary, 4)), delivery(2, web(canary, 4))))
        .containsExactly(
            "web: old active 90% x4, new active 10% x1",
            "web: old active 50% x2, new active 50% x2", "web: new active 100% x4");
    assertThat(course(delivery(1, web(canary, 1)), delivery(2, web(canary, 1))))
        .containsExactly(
            "web: old active 90% x1, new active 10% x1",
            "web: old active 50% x1, new active 50% x1", "web: new active 100% x1");
  }

  @Test
  void rolling_replaces_a_batch_with_each_step() {
    StrategyDefinition two =
        new StrategyDefinition.Rolling(DRAIN, Optional.of(new Portion.Count(2)));
    assertThat(course(delivery(1, web(two, 5)), delivery(2, web(two, 5))))
        .containsExactly(
            "web: old active 60% x3, new active 40% x2",
            "web: old active 20% x1, new active 80% x4", "web: new active 100% x5");
    StrategyDefinition half =
        new StrategyDefinition.Rolling(DRAIN, Optional.of(new Portion.Percent(50)));
    assertThat(course(delivery(1, web(half, 4)), delivery(2, web(half, 4))))
        .containsExactly("web: old active 50% x2, new active 50% x2", "web: new active 100% x4");
  }

  @Test
  void highlander_lets_go_of_the_old_only_when_the_new_is_healthy_and_leaves_one() {
    StrategyDefinition highlander = new StrategyDefinition.Highlander(DRAIN);
    assertThat(course(delivery(1, web(highlander, 2)), delivery(2, web(highlander, 2))))
        .containsExactly(
            "web: old active 100% x2, new standby 0% x2",
            "web: new active 100% x2, old draining 0% x2", "web: new active 100% x2");
  }

  @Test
  void the_steps_that_somebody_wrote_come_in_order_and_then_the_wanted_state() {
    StrategyDefinition custom =
        new StrategyDefinition.Custom(
            DRAIN,
            List.of(
                new Stage(0, Optional.of(1), Optional.of(3), Stay.NONE),
                new Stage(30, Optional.of(2), Optional.empty(), Stay.NONE),
                new Stage(100, Optional.of(3), Optional.of(1), Stay.NONE)));
    assertThat(course(delivery(1, web(custom, 3)), delivery(2, web(custom, 3))))
        .containsExactly(
            "web: old active 100% x3, new standby 0% x1",
            "web: old active 70% x3, new active 30% x2",
            "web: old standby 0% x1, new active 100% x3",
            "web: new active 100% x3");
  }

  @Test
  void inv_16_no_step_has_more_than_what_was_there_and_what_is_wanted() {
    for (StrategyDefinition strategy :
        List.of(
            new StrategyDefinition.Recreate(),
            ROLLING,
            new StrategyDefinition.Rolling(DRAIN, Optional.of(new Portion.Percent(30))),
            new StrategyDefinition.BlueGreen(DRAIN, true),
            new StrategyDefinition.Highlander(DRAIN),
            new StrategyDefinition.InPlace(1),
            canary(1, 50, 99, 100),
            new StrategyDefinition.Custom(
                DRAIN, List.of(new Stage(0, Optional.of(1), Optional.of(1), Stay.NONE))))) {
      for (int before = 1; before <= 7; before++) {
        for (int after = 1; after <= 7; after++) {
          Delivery from = delivery(1, web(strategy, before));
          Delivery to = delivery(2, web(strategy, after));
          for (boolean bakes : List.of(true, false)) {
            List<DesiredState> states = Course.of(to, Optional.of(from), bakes);
            assertThat(states).allSatisfy(state -> assertFits(state, from, to));
            assertThat(states.getLast().services().getFirst().releases().getFirst())
                .isEqualTo(to.state().services().getFirst().releases().getFirst());
          }
        }
      }
    }
  }

  /** At most two releases, each once, and traffic for exactly those who are there to take it. */
  private static void assertFits(DesiredState state, Delivery from, Delivery to) {
    List<DesiredRelease> releases = state.services().getFirst().releases();
    assertThat(releases.stream().map(DesiredRelease::release).distinct())
        .hasSameSizeAs(releases)
        .allMatch(release ->
            Stream.of(from, to)
                .map(delivery -> delivery.state().services().getFirst().releases().getFirst())
                .anyMatch(known -> known.release().equals(release)));
    assertThat(releases.stream().mapToInt(DesiredRelease::weight).sum()).isEqualTo(100);
    assertThat(releases)
        .allSatisfy(release -> {
          assertThat(release.replicas()).isPositive();
          assertThat(release.weight() > 0).isEqualTo(release.part() == DesiredRelease.Part.ACTIVE);
        });
  }

  @Test
  void where_services_differ_a_step_asks_for_all_that_they_ask_for() {
    Stay.Decision soon = new Stay.Decision(Duration.ofHours(1), Stay.Otherwise.HALT);
    Stay.Decision late = new Stay.Decision(Duration.ofHours(2), Stay.Otherwise.BACK);
    StrategyDefinition one =
        new StrategyDefinition.Canary(
            DRAIN,
            List.of(
                new Stage(10, new Stay(Optional.of(DRAIN), Optional.of(late))),
                new Stage(100, Stay.NONE)));
    StrategyDefinition other =
        new StrategyDefinition.Canary(
            DRAIN,
            List.of(
                new Stage(10, new Stay(Optional.of(Duration.ofMinutes(5)), Optional.of(soon))),
                new Stage(50, Stay.NONE),
                new Stage(100, Stay.NONE)));
    Delivery from = delivery(1, web(one, 1), named("api", web(other, 1)));
    Delivery to = delivery(2, web(one, 1), named("api", web(other, 1)));
    assertThat(Course.stays(to, Optional.of(from), false))
        .containsExactly(
            new Pace.At(1, new Stay(Optional.of(Duration.ofMinutes(5)), Optional.of(soon))));
    assertThat(Course.stays(to, Optional.empty(), false)).isEmpty();
  }
}
