package dev.slipway.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Bytes;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.simulator.Running;
import dev.slipway.simulator.Size;
import dev.slipway.simulator.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenarios 18 and 21: clocks jump, and a copy is brought back beside what it is a copy of. */
class TimeAndPlaceTest {

  @ParameterizedTest
  @ValueSource(longs = {60, -60, 5, -5})
  void scenario_18_a_clock_that_jumps_and_is_set_right_again_neither_loses_nor_hastens_anything(
      long minutes) {
    Stage stage = Stage.of(Size.SMALL);
    stage.push(3);
    stage.untilWritten("an order has left", OrderIssued.class::isInstance);
    stage.town.server.clock().set(Duration.ofMinutes(minutes));
    stage.pass(Duration.ofSeconds(5));
    stage.town.server.clock().set(Duration.ZERO);
    stage.untilHolds("production", 3);
    stage.push(4);
    stage.untilHolds("production", 4);
    stage.rest();
    assertThat(stage.at("production").lastNumber()).isEqualTo(3);
  }

  @Test
  void scenario_21_agents_refuse_the_orders_of_a_server_that_another_took_the_place_of() {
    Stage stage = Stage.of(Size.SMALL);
    List<Bytes> copy = stage.copy();
    stage.push(3);
    stage.untilHolds("production", 3);
    stage.pass(Duration.ofMinutes(1));
    stage.restore(copy, 2);
    assertThat(stage.world().position().value()).isLessThan(copy.size());
    stage.untilHolds("production", 3);
    stage.rest();
    Set<Running> running = stage.running("staging", "local");
    assertThat(running).isNotEmpty();
    stage.goBackToTheFirst();
    stage.push(4);
    stage.pass(Duration.ofMinutes(20));
    assertThat(
            stage
                .town
                .server
                .world()
                .orElseThrow()
                .deliveries()
                .placement(stage.placement("staging"))
                .lastNumber())
        .as("the first server goes on deciding")
        .isGreaterThan(2);
    assertThat(stage.running("staging", "local")).isEqualTo(running);
  }
}
