package dev.slipway.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.entry.OrderIssued;
import dev.slipway.model.entry.ReportReceived;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.simulator.Replica;
import dev.slipway.simulator.Size;
import dev.slipway.simulator.Stage;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Scenarios 3 and 4 where the server consists of several processes. */
class ReplicasTest {

  private static final Duration MOMENT = Duration.ofSeconds(5);

  /** Longer than three times anything that a server or an agent waits for. */
  private static final Duration LONG = Duration.ofMinutes(10);

  private final Stage stage = Stage.of(Size.SMALL.served(2));
  private final Replica first = stage.town.server.replicas().getFirst();

  @Test
  void scenario_3_a_process_that_was_stopped_while_another_took_over_undoes_nothing() {
    stage.push(3);
    stage.untilWritten("an order has left", OrderIssued.class::isInstance);
    first.freeze();
    stage.untilHolds("production", 3);
    stage.push(4);
    stage.untilHolds("production", 4);
    stage.pass(LONG);
    first.thaw();
    stage.pass(MOMENT);
    assertThat(stage.holds("production")).contains(stage.shop.sha(4));
    stage.rest();
  }

  @Test
  void scenario_4_what_was_applied_and_not_heard_is_told_to_another_process() {
    stage.push(3);
    stage.untilWritten("an order has left", OrderIssued.class::isInstance);
    stage.pass(Duration.ofSeconds(1));
    stage.town.network.cut(stage.computer("staging", "local").agent(), true);
    stage.pass(Duration.ofSeconds(50));
    first.crash();
    stage.town.network.cut(stage.computer("staging", "local").agent(), false);
    stage.untilWritten("it is told", ReportReceived.class::isInstance);
    stage.untilHolds("production", 3);
    assertThat(first.present()).isEmpty();
    stage.rest();
    assertThat(
            stage
                .entries()
                .filter(entry ->
                    entry instanceof ShipmentMade made
                        && made.shipment().change().sha().equals(stage.shop.sha(3))))
        .hasSize(1);
  }

  @Test
  void whatever_process_is_killed_after_an_order_left_the_other_goes_on() {
    stage.push(3);
    stage.untilWritten("an order has left", OrderIssued.class::isInstance);
    stage.town.server.retire();
    stage.untilHolds("production", 3);
    stage.push(4);
    stage.untilHolds("production", 4);
    stage.rest();
  }
}
