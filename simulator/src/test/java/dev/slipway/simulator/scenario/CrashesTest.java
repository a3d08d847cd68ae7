package dev.slipway.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.simulator.Size;
import dev.slipway.simulator.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Scenarios 1 to 4: the server or its answer is lost at a bad moment. */
class CrashesTest {

  private static final Duration MOMENT = Duration.ofSeconds(5);

  /** Longer than three times anything that the server or an agent waits for. */
  private static final Duration LONG = Duration.ofMinutes(10);

  @Test
  void scenario_1_an_event_that_was_written_and_not_answered_is_sent_again_and_ships_once() {
    Stage stage = Stage.of(Size.SMALL);
    stage.town.committers.push(stage.shop, 3);
    stage.town.committers.hint(stage.shop, "delivery");
    stage.untilWritten("the event is durable", EventReceived.class::isInstance);
    stage.town.server.crash();
    stage.pass(MOMENT);
    stage.town.server.start();
    stage.town.committers.hint(stage.shop, "delivery");
    stage.untilHolds("production", 3);
    stage.rest();
    assertThat(shipmentsOf(stage, 3)).isEqualTo(1);
  }

  @Test
  void scenario_2_the_server_is_killed_after_each_entry_of_a_delivery_in_turn() {
    Stage whole = Stage.of(Size.MIDDLE);
    long first = whole.world().position().value();
    whole.push(3);
    whole.untilHolds("production", 3);
    long last = whole.world().position().value();
    assertThat(last - first).isGreaterThan(25);
    for (long position = first + 1; position <= last; position++) {
      long killedAt = position;
      Stage stage = Stage.of(Size.MIDDLE);
      stage.push(3);
      stage.until("entry " + killedAt, () -> stage.world().position().value() >= killedAt);
      stage.town.server.crash();
      stage.pass(MOMENT);
      stage.town.server.start();
      stage.untilHolds("production", 3);
      stage.rest();
      assertThat(shipmentsOf(stage, 3)).as("killed at %d", killedAt).isEqualTo(1);
    }
  }

  @Test
  void scenario_3_a_server_that_was_stopped_in_the_middle_and_goes_on_much_later_undoes_nothing() {
    Stage stage = Stage.of(Size.SMALL);
    stage.push(3);
    stage.untilWritten("an order has left", OrderIssued.class::isInstance);
    stage.town.server.freeze();
    stage.computer("staging", "local").restart();
    stage.pass(LONG);
    stage.computer("staging", "local").start();
    stage.pass(MOMENT);
    stage.town.server.thaw();
    stage.push(4);
    stage.untilHolds("production", 4);
    stage.rest();
  }

  @Test
  void scenario_4_what_was_applied_and_not_heard_is_told_to_the_server_that_comes_after() {
    Stage stage = Stage.of(Size.SMALL);
    stage.push(3);
    stage.untilWritten("an order has left", OrderIssued.class::isInstance);
    stage.pass(Duration.ofSeconds(1));
    stage.town.network.cut(stage.computer("staging", "local").agent(), true);
    stage.pass(Duration.ofSeconds(50));
    stage.town.server.crash();
    stage.town.server.start();
    stage.town.network.cut(stage.computer("staging", "local").agent(), false);
    stage.untilWritten("it is told", ReportReceived.class::isInstance);
    stage.untilHolds("production", 3);
    stage.rest();
    assertThat(shipmentsOf(stage, 3)).isEqualTo(1);
  }

  private static long shipmentsOf(Stage stage, int commit) {
    return stage
        .entries()
        .filter(entry ->
            entry instanceof ShipmentMade made
                && made.shipment().change().sha().equals(stage.shop.sha(commit)))
        .count();
  }
}
