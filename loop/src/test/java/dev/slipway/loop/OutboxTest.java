package dev.slipway.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.loop.door.Notifications.State;
import dev.slipway.loop.door.Notifications.Tested;
import dev.slipway.model.ActorId;
import dev.slipway.model.NotificationName;
import dev.slipway.model.entry.NotificationRemoved;
import dev.slipway.model.entry.RolloutSettled;
import dev.slipway.model.entry.RolloutStuck;
import dev.slipway.model.notification.Occasion;
import dev.slipway.outlet.Dispatch.Sent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Word sent out: what is told to whom, when, and in which order. */
class OutboxTest extends Told {

  @Test
  void what_ends_is_told_at_once() {
    declare("team");
    write(failed(1));
    hands.pass(MOMENT);
    assertThat(mail.arrived).containsExactly("team: failed #1");
  }

  @Test
  void what_is_queued_and_started_within_five_seconds_is_one_message() {
    declare("team");
    deployShop();
    assertThat(mail.arrived).isEmpty();
    hands.pass(Duration.ofSeconds(5));
    assertThat(mail.arrived).containsExactly("team: queued+started #1");
    assertThat(mail.tellings.getFirst().last().sha()).isPresent();
  }

  @Test
  void what_ends_sooner_does_not_overtake_it() {
    declare("team");
    deployShop();
    write(new RolloutStuck(shop(1), because(), "slipway settle"));
    hands.pass(MOMENT);
    assertThat(mail.arrived).containsExactly("team: queued+started #1", "team: stuck #1");
  }

  @Test
  void what_was_written_together_is_all_told() {
    declare("team");
    write(List.of(failed(1), failed(2), failed(3)));
    hands.pass(MOMENT);
    assertThat(mail.arrived)
        .containsExactly("team: failed #1", "team: failed #2", "team: failed #3");
  }

  @Test
  void nobody_is_told_what_happened_before_it_was_declared_or_after_it_ended() {
    write(failed(1));
    declare("team");
    write(failed(2));
    hands.pass(MOMENT);
    write(new NotificationRemoved(new NotificationName("team"), ActorId.SLIPWAY));
    write(failed(3));
    hands.pass(HOUR);
    assertThat(mail.arrived).containsExactly("team: failed #2");
    declare("team");
    hands.pass(HOUR);
    assertThat(mail.arrived).hasSize(1);
  }

  @Test
  void only_what_was_asked_for_is_told() {
    declare("team", Occasion.SETTLED);
    write(failed(1));
    write(new RolloutSettled(delivery(2)));
    hands.pass(MOMENT);
    assertThat(mail.arrived).containsExactly("team: settled #2");
  }

  @Test
  void a_receiver_that_is_away_for_an_hour_misses_nothing_and_delays_nobody() {
    declare("away");
    declare("team");
    mail.answer = telling -> isOf(telling.notification(), "away") ? nobody() : delivered();
    for (int number = 1; number <= 10; number++) {
      write(failed(number));
      hands.pass(MOMENT);
      assertThat(mail.arrived).hasSize(number).last().isEqualTo("team: failed #" + number);
    }
    hands.pass(HOUR);
    assertThat(standing("away").state()).isEqualTo(State.DEAD);
    assertThat(standing("away").failure()).contains("Nobody answers.");
    assertThat(standing("away").owed()).isEqualTo(10);
    mail.arrived.clear();
    mail.answer = _ -> delivered();
    hands.pass(Duration.ofMinutes(6));
    assertThat(mail.arrived)
        .containsExactly(
            "away: failed #1",
            "away: failed #2",
            "away: failed #3",
            "away: failed #4",
            "away: failed #5",
            "away: failed #6",
            "away: failed #7",
            "away: failed #8",
            "away: failed #9",
            "away: failed #10");
    assertThat(standing("away").state()).isEqualTo(State.IDLE);
    assertThat(standing("away").failure()).contains("Nobody answers.");
    assertThat(standing("away").failingSince()).isEmpty();
  }

  @Test
  void a_message_that_a_receiver_does_not_want_is_left_out_and_the_next_one_says_so() {
    declare("team");
    mail.answer =
        telling ->
            telling.last().number().equals(Optional.of(1))
                ? new Sent.Declined("It answered 413.")
                : delivered();
    write(failed(1));
    write(failed(2));
    hands.pass(HOUR);
    assertThat(mail.arrived).containsExactly("team: failed #2 after 1 left out");
    assertThat(mail.tries).hasSize(4);
  }

  @Test
  void a_test_says_that_it_is_one_and_what_became_of_it() {
    declare("team");
    hands.pass(MOMENT);
    assertThat(test("team")).isEqualTo(new Tested.Delivered());
    assertThat(mail.arrived).containsExactly("team: test ");
    mail.answer = _ -> nobody();
    assertThat(test("team")).isEqualTo(new Tested.NotDelivered("Nobody answers."));
    assertThat(test("nobody")).isEqualTo(new Tested.Unknown());
    assertThat(standing("team").state()).isEqualTo(State.IDLE);
  }
}
