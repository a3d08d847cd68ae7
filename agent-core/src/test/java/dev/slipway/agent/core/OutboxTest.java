package dev.slipway.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Fence;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.observation.Report;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutboxTest {

  private static Report ended(String application) {
    return new Report.Ended(
        slot(application), new Fence(1, new Position(1)), new Outcome.Converged(List.of()));
  }

  private static Report observed(String application, String code) {
    return new Report.Observed(
        slot(application),
        new Fence(1, new Position(1)),
        List.of(),
        true,
        new Reason(code, "It is so."));
  }

  private static Slot slot(String application) {
    return new Slot(
        new TargetId(new EnvironmentName("staging"), new TargetName("local")),
        new ApplicationName(application));
  }

  @Test
  void a_report_stays_until_its_message_was_answered() {
    Outbox.Message message = Outbox.EMPTY.add(ended("shop")).send();
    assertThat(message.number()).isEqualTo(1);
    assertThat(message.next().carried(1)).containsExactly(ended("shop"));
    assertThat(message.next().answered(1).carried(1)).isEmpty();
  }

  @Test
  void the_last_message_goes_again_under_its_own_number() {
    Outbox.Message message = Outbox.EMPTY.add(ended("shop")).send();
    assertThat(message.next().again(1))
        .hasValueSatisfying(m -> assertThat(m.number()).isEqualTo(1));
  }

  @Test
  void what_a_message_carried_waits_again_once_a_later_one_was_sent() {
    Outbox first = Outbox.EMPTY.add(ended("shop")).send().next();
    Outbox second = first.add(ended("till")).send().next();
    assertThat(second.again(1)).isEmpty();
    assertThat(second.returned(1).waiting()).containsExactly(ended("shop"));
  }

  @Test
  void only_the_newest_observation_of_a_slot_waits_but_every_end_does() {
    Outbox outbox =
        Outbox.EMPTY
            .add(ended("shop"))
            .add(observed("shop", "gone"))
            .add(observed("till", "gone"))
            .add(observed("shop", "back"));
    assertThat(outbox.waiting())
        .containsExactly(ended("shop"), observed("till", "gone"), observed("shop", "back"));
  }
}
