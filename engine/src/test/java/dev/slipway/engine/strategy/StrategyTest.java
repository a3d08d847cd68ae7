package dev.slipway.engine.strategy;

import static dev.slipway.engine.strategy.Courses.DRAIN;
import static dev.slipway.engine.strategy.Courses.ROLLING;
import static dev.slipway.engine.strategy.Courses.delivery;
import static dev.slipway.engine.strategy.Courses.named;
import static dev.slipway.engine.strategy.Courses.web;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.engine.Fixtures;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Stage;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.state.Delivery;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What strategies are called, and how they take targets. */
final class StrategyTest {

  private static final ServiceDefinition MIGRATE = Fixtures.command("migrate", "./migrate");
  private static final StrategyDefinition BLUE_GREEN =
      new StrategyDefinition.BlueGreen(DRAIN, false);
  private static final StrategyDefinition IN_PLACE = new StrategyDefinition.InPlace(2);

  private static Stream<Arguments> strategies() {
    List<Stage> all = stages(100);
    return Stream.of(
        Arguments.of(new StrategyDefinition.Recreate(), "recreate", false, 0),
        Arguments.of(ROLLING, "rolling", true, 0),
        Arguments.of(BLUE_GREEN, "blue-green", false, 0),
        Arguments.of(new StrategyDefinition.Highlander(DRAIN), "highlander", false, 0),
        Arguments.of(IN_PLACE, "in-place", false, 2),
        Arguments.of(new StrategyDefinition.Canary(DRAIN, all), "canary", false, 0),
        Arguments.of(new StrategyDefinition.Custom(DRAIN, all), "custom", false, 0));
  }

  @ParameterizedTest
  @MethodSource("strategies")
  void a_strategy_has_the_name_that_its_owners_wrote(
      StrategyDefinition strategy, String name, boolean oneByOne, int failures) {
    Delivery delivery = delivery(1, web(strategy, 1), MIGRATE);
    assertThat(Course.name(delivery)).isEqualTo(name);
    assertThat(Course.isOneByOne(delivery)).isEqualTo(oneByOne);
    assertThat(Course.failures(delivery)).isEqualTo(failures);
  }

  @Test
  void where_services_differ_all_names_are_said_once_and_no_more_may_fail_than_each_lets() {
    Delivery delivery =
        delivery(
            1,
            web(IN_PLACE, 1),
            named("api", web(BLUE_GREEN, 1)),
            named("other", web(BLUE_GREEN, 1)));
    assertThat(Course.name(delivery)).isEqualTo("blue-green, in-place");
    assertThat(Course.failures(delivery)).isZero();
  }

  @Test
  void commands_alone_are_recreated_and_none_may_fail() {
    assertThat(Course.name(delivery(1, MIGRATE))).isEqualTo("recreate");
    assertThat(Course.failures(delivery(1, MIGRATE))).isZero();
    assertThat(Course.canBake(delivery(1, MIGRATE))).isFalse();
  }

  private static List<Stage> stages(int... weights) {
    return Arrays.stream(weights).mapToObj(weight -> new Stage(weight, Stay.NONE)).toList();
  }
}
