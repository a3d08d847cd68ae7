package dev.slipway.engine.strategy;

import static dev.slipway.engine.strategy.Courses.DRAIN;
import static dev.slipway.engine.strategy.Courses.ROLLING;
import static dev.slipway.engine.strategy.Courses.course;
import static dev.slipway.engine.strategy.Courses.delivery;
import static dev.slipway.engine.strategy.Courses.named;
import static dev.slipway.engine.strategy.Courses.shown;
import static dev.slipway.engine.strategy.Courses.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.Fixtures;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.Stage;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.definition.Verification;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CourseTest {

  @Test
  void recreate_is_one_step() {
    assertThat(course(delivery(1, Fixtures.web("bin/web")), delivery(2, Fixtures.web("bin/web"))))
        .containsExactly("web: new active 100% x1");
  }

  @Test
  void rolling_over_one_instance_is_one_step() {
    assertThat(course(delivery(1, web(ROLLING, 1)), delivery(2, web(ROLLING, 1))))
        .containsExactly("web: new active 100% x1");
  }

  @Test
  void rolling_replaces_one_instance_with_each_step() {
    assertThat(course(delivery(1, web(ROLLING, 3)), delivery(2, web(ROLLING, 3))))
        .containsExactly(
            "web: old active 67% x2, new active 33% x1",
            "web: old active 34% x1, new active 66% x2", "web: new active 100% x3");
  }

  @Test
  void rolling_never_has_fewer_instances_than_before_and_after() {
    for (int before = 1; before <= 7; before++) {
      for (int after = 1; after <= 7; after++) {
        List<DesiredState> states =
            Course.of(
                delivery(2, web(ROLLING, after)),
                Optional.of(delivery(1, web(ROLLING, before))),
                false);
        assertThat(states).hasSize(after);
        for (DesiredState state : states) {
          List<DesiredRelease> releases = state.services().getFirst().releases();
          assertThat(releases.stream().mapToInt(DesiredRelease::replicas).sum())
              .as("%d to %d", before, after)
              .isBetween(Math.min(before, after), Math.max(before, after));
          assertThat(releases.stream().mapToInt(DesiredRelease::weight).sum()).isEqualTo(100);
        }
      }
    }
  }

  @Test
  void blue_green_stands_by_then_switches_then_lets_go() {
    StrategyDefinition blueGreen = new StrategyDefinition.BlueGreen(DRAIN, false);
    assertThat(course(delivery(1, web(blueGreen, 2)), delivery(2, web(blueGreen, 2))))
        .containsExactly(
            "web: old active 100% x2, new standby 0% x2",
            "web: new active 100% x2, old draining 0% x2", "web: new active 100% x2");
  }

  @Test
  void blue_green_may_leave_the_old_release_standing_by() {
    StrategyDefinition blueGreen = new StrategyDefinition.BlueGreen(DRAIN, true);
    assertThat(course(delivery(1, web(blueGreen, 1)), delivery(2, web(blueGreen, 1))))
        .last()
        .isEqualTo("web: new active 100% x1, old standby 0% x1");
  }

  @Test
  void what_stays_the_same_has_no_steps() {
    Delivery held = delivery(1, web(ROLLING, 3));
    assertThat(course(held, held)).hasSize(1);
  }

  @Test
  void a_target_that_never_had_the_old_release_gets_the_new_one_at_once() {
    Delivery delivery = delivery(2, web(ROLLING, 3), Fixtures.command("migrate", "./migrate"));
    assertThat(Course.of(delivery, Optional.empty(), false)).containsExactly(delivery.state());
  }

  @Test
  void commands_are_in_the_first_step_alone_and_what_is_gone_goes_with_the_last() {
    StrategyDefinition blueGreen = new StrategyDefinition.BlueGreen(DRAIN, false);
    ServiceDefinition migrate = Fixtures.command("migrate", "./migrate");
    Delivery from = delivery(1, web(blueGreen, 1), Fixtures.command("old", "./old"));
    Delivery with = delivery(1, named("api", web(blueGreen, 1)), web(blueGreen, 1));
    assertThat(course(from, delivery(2, web(blueGreen, 1), migrate)))
        .containsExactly(
            "migrate: new active 100% x1; web: old active 100% x1, new standby 0% x1",
            "web: new active 100% x1, old draining 0% x1", "web: new active 100% x1");
    assertThat(course(with, delivery(2, web(blueGreen, 1))))
        .containsExactly(
            "api: old active 100% x1; web: old active 100% x1, new standby 0% x1",
            "api: old active 100% x1; web: new active 100% x1, old draining 0% x1",
            "web: new active 100% x1");
  }

  private static List<String> baked(Delivery from, Delivery to) {
    return shown(Course.of(to, Optional.of(from), true), from);
  }

  @Test
  void while_it_bakes_what_is_old_stands_by_and_only_then_it_is_let_go() {
    StrategyDefinition blueGreen = new StrategyDefinition.BlueGreen(DRAIN, false);
    Delivery from = delivery(1, web(blueGreen, 1));
    Delivery to = delivery(2, web(blueGreen, 1));
    assertThat(baked(from, to))
        .containsExactly(
            "web: old active 100% x1, new standby 0% x1",
            "web: new active 100% x1, old standby 0% x1",
            "web: new active 100% x1, old draining 0% x1",
            "web: new active 100% x1");
    assertThat(Course.untilBaked(to, Optional.of(from))).isEqualTo(2);
  }

  @Test
  void what_leaves_nothing_old_to_stand_by_is_ordered_once_more_when_it_has_baked() {
    assertThat(baked(delivery(1, Fixtures.web("bin/web")), delivery(2, Fixtures.web("bin/web"))))
        .containsExactly("web: new active 100% x1", "web: new active 100% x1");
    assertThat(baked(delivery(1, web(ROLLING, 2)), delivery(2, web(ROLLING, 2))))
        .containsExactly(
            "web: old active 50% x1, new active 50% x1",
            "web: new active 100% x2", "web: new active 100% x2");
    StrategyDefinition standby = new StrategyDefinition.BlueGreen(DRAIN, true);
    assertThat(baked(delivery(1, web(standby, 1)), delivery(2, web(standby, 1))))
        .containsExactly(
            "web: old active 100% x1, new standby 0% x1",
            "web: new active 100% x1, old standby 0% x1",
            "web: new active 100% x1, old standby 0% x1");
  }

  @Test
  void services_bake_together_commands_run_before_and_what_is_gone_stays_until_then() {
    StrategyDefinition blueGreen = new StrategyDefinition.BlueGreen(DRAIN, false);
    Delivery with = delivery(1, named("api", web(blueGreen, 1)), web(blueGreen, 1));
    ServiceDefinition migrate = Fixtures.command("migrate", "./migrate");
    assertThat(baked(with, delivery(2, web(new StrategyDefinition.Recreate(), 1), migrate)))
        .containsExactly(
            "api: old active 100% x1; migrate: new active 100% x1; web: new active 100% x1",
            "web: new active 100% x1");
    assertThat(Course.canBake(delivery(2, migrate))).isFalse();
  }

  /** At which steps a service is asked, from 1. */
  private static List<Integer> asked(StrategyDefinition strategy, int replicas, boolean bakes) {
    Verification verification =
        new Verification(
            List.of(
                new Verification.Question(
                    "/ready",
                    200,
                    Optional.empty(),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10))));
    Serving serving =
        new Serving(
            strategy, replicas, Serving.Traffic.HTTP, Optional.empty(), Optional.of(verification));
    ServiceDefinition web = Fixtures.served(Fixtures.web("bin/web"), serving);
    List<DesiredState> states = Course.of(delivery(2, web), Optional.of(delivery(1, web)), bakes);
    return IntStream.rangeClosed(1, states.size())
        .filter(step ->
            states.get(step - 1).services().stream()
                .flatMap(service -> service.serving().stream())
                .anyMatch(how -> how.verification().isPresent()))
        .boxed()
        .toList();
  }

  @Test
  void a_service_is_asked_once_what_is_new_has_all_traffic_and_again_when_it_has_baked() {
    StrategyDefinition blueGreen = new StrategyDefinition.BlueGreen(DRAIN, false);
    assertThat(asked(blueGreen, 1, false)).containsExactly(2);
    assertThat(asked(blueGreen, 1, true)).containsExactly(2, 3);
    assertThat(asked(ROLLING, 3, false)).containsExactly(3);
    assertThat(asked(ROLLING, 3, true)).containsExactly(3, 4);
    assertThat(asked(new StrategyDefinition.Recreate(), 1, false)).containsExactly(1);
  }

  @Test
  void where_steps_are_written_a_service_is_asked_at_the_first_with_all_traffic_alone() {
    assertThat(asked(new StrategyDefinition.Canary(DRAIN, stages(10, 100)), 2, false))
        .containsExactly(2);
    assertThat(asked(new StrategyDefinition.Custom(DRAIN, stages(100, 100)), 2, false))
        .containsExactly(1);
    assertThat(asked(new StrategyDefinition.Custom(DRAIN, stages(50)), 2, false))
        .containsExactly(2);
    Stage beside = new Stage(100, Optional.of(1), Optional.of(1), Stay.NONE);
    assertThat(asked(new StrategyDefinition.Custom(DRAIN, List.of(beside)), 2, false))
        .containsExactly(1);
  }

  private static List<Stage> stages(int... weights) {
    return IntStream.of(weights).mapToObj(weight -> new Stage(weight, Stay.NONE)).toList();
  }
}
