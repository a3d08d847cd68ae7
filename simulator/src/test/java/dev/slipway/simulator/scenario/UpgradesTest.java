package dev.slipway.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.loop.keeper.Founding;
import dev.slipway.model.entry.FormatRaised;
import dev.slipway.model.entry.OrderIssued;
import dev.slipway.simulator.Replica;
import dev.slipway.simulator.Size;
import dev.slipway.simulator.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Scenario 16: two versions of the server at once, one process after the other, while a delivery
 * runs; and back again.
 */
class UpgradesTest {

  private static final int NEXT = Founding.FORMAT + 1;
  private static final Duration MOMENT = Duration.ofSeconds(10);

  /** Longer than it takes until who ended without a word is taken for gone. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Stage stage = Stage.of(Size.SMALL.served(3));
  private final List<Replica> replicas = stage.town.server.replicas();

  private void replace(Replica replica, int format) {
    replica.end();
    replica.become(format);
    stage.pass(MOMENT);
    replica.start();
    stage.pass(MOMENT);
  }

  private boolean isRaised() {
    return stage.entries().anyMatch(new FormatRaised(NEXT)::equals);
  }

  private boolean isHalted(Replica replica) {
    return replica.present().orElseThrow().loop().isHalted();
  }

  private void beginDelivery(int commit) {
    stage.push(commit);
    stage.untilWritten("an order has left", OrderIssued.class::isInstance);
  }

  @Test
  void scenario_16_one_process_after_the_other_is_upgraded_while_deliveries_run() {
    beginDelivery(3);
    replace(replicas.get(0), NEXT);
    beginDelivery(4);
    replace(replicas.get(1), NEXT);
    stage.untilHolds("production", 4);
    stage.pass(LONG);
    assertThat(isRaised()).as("one is left that does not understand it").isFalse();
    beginDelivery(6);
    replace(replicas.get(2), NEXT);
    stage.untilHolds("production", 6);
    assertThat(isRaised()).isTrue();
    assertThat(replicas).noneMatch(this::isHalted);
    stage.rest();
  }

  @Test
  void scenario_16_an_upgrade_is_taken_back_in_the_middle_of_a_delivery() {
    beginDelivery(3);
    replace(replicas.get(0), NEXT);
    replace(replicas.get(1), NEXT);
    stage.pass(LONG);
    beginDelivery(4);
    replace(replicas.get(1), Founding.FORMAT);
    replace(replicas.get(0), Founding.FORMAT);
    stage.untilHolds("production", 4);
    stage.pass(LONG);
    assertThat(isRaised()).isFalse();
    stage.rest();
  }

  @Test
  void scenario_16_the_last_of_the_older_dies_in_the_middle_and_the_newer_take_over() {
    replace(replicas.get(0), NEXT);
    replace(replicas.get(1), NEXT);
    beginDelivery(3);
    replicas.get(2).crash();
    stage.untilHolds("production", 3);
    assertThat(isRaised()).isTrue();
    stage.rest();
  }

  @Test
  void scenario_16_who_goes_back_too_late_refuses_and_the_others_go_on() {
    replicas.forEach(replica -> replace(replica, NEXT));
    assertThat(isRaised()).isTrue();
    beginDelivery(3);
    replace(replicas.get(0), Founding.FORMAT);
    assertThat(isHalted(replicas.get(0))).isTrue();
    stage.untilHolds("production", 3);
    stage.rest();
    assertThat(replicas).noneMatch(this::isHalted);
  }

  @Test
  void scenario_16_an_older_process_that_was_stopped_all_the_while_wakes_up_and_decides_nothing() {
    Replica old = replicas.get(0);
    beginDelivery(3);
    old.freeze();
    replace(replicas.get(1), NEXT);
    replace(replicas.get(2), NEXT);
    stage.pass(LONG);
    assertThat(isRaised()).as("who says nothing is not waited for").isTrue();
    stage.push(4);
    stage.untilHolds("production", 4);
    old.thaw();
    stage.pass(MOMENT);
    assertThat(isHalted(old)).isTrue();
    assertThat(stage.holds("production")).contains(stage.shop.sha(4));
    stage.rest();
  }
}
