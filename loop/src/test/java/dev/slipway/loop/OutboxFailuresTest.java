package dev.slipway.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Position;
import dev.slipway.model.notification.Occasion;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing is lost, at most one message is repeated, and nobody waits for anybody else. */
class OutboxFailuresTest extends Told {

  @Test
  void a_process_that_dies_between_sending_and_keeping_that_repeats_one_message_and_loses_none() {
    declare("team");
    write(failed(1));
    hands.pass(MOMENT);
    mail.answer =
        telling -> {
          mail.arrived(telling);
          turn.end();
          throw new Mail.Killed();
        };
    write(failed(2));
    assertThatThrownBy(() -> hands.pass(MOMENT)).isInstanceOf(Mail.Killed.class);
    write(failed(3));
    mail.answer = _ -> delivered();
    loop = premises.replica(hands, host);
    hands.pass(Duration.ofMinutes(3));
    assertThat(mail.arrived)
        .containsExactly(
            "team: failed #1", "team: failed #2", "team: failed #2", "team: failed #3");
    assertThat(mail.tellings.get(1).id()).isEqualTo(mail.tellings.get(2).id());
  }

  @Test
  void a_process_that_dies_before_it_sends_leaves_it_to_the_next() {
    declare("team");
    mail.answer = _ -> nobody();
    write(failed(1));
    hands.pass(MOMENT);
    turn.end();
    write(failed(2));
    mail.answer = _ -> delivered();
    loop = premises.replica(hands, host);
    hands.pass(Duration.ofMinutes(3));
    assertThat(mail.arrived).containsExactly("team: failed #1", "team: failed #2");
  }

  @Test
  void of_two_processes_one_sends_and_the_other_takes_over_when_it_dies() {
    Loop _ = premises.replica(hands, host);
    declare("team");
    for (int number = 1; number <= 3; number++) {
      write(failed(number));
      hands.pass(Duration.ofSeconds(20));
    }
    hands.pass(HOUR);
    assertThat(mail.arrived)
        .containsExactly("team: failed #1", "team: failed #2", "team: failed #3");
    turn.end();
    write(failed(4));
    hands.pass(Duration.ofMinutes(3));
    assertThat(mail.arrived).hasSize(4).last().isEqualTo("team: failed #4");
  }

  @Test
  void after_a_long_silence_a_start_reads_little() {
    declare("quiet", Occasion.STUCK);
    write(IntStream.rangeClosed(1, 2500).mapToObj(OutboxTest::failed).toList());
    hands.pass(HOUR);
    Position upTo = premises.outbox.all().values().iterator().next().upTo();
    assertThat(premises.ledger().head().value() - upTo.value()).isLessThan(1000);
    assertThat(mail.tries).isEmpty();
  }

  @Test
  void what_is_older_than_a_day_is_left_out_and_so_is_what_is_too_much() {
    declare("team");
    mail.answer = _ -> nobody();
    write(failed(1));
    hands.pass(Duration.ofHours(25));
    write(IntStream.rangeClosed(2, 1005).mapToObj(OutboxTest::failed).toList());
    hands.pass(MOMENT);
    assertThat(standing("team").owed()).isLessThanOrEqualTo(1000);
    mail.answer = _ -> delivered();
    hands.pass(HOUR);
    assertThat(mail.arrived)
        .hasSize(1000)
        .startsWith("team: failed #6 after 5 left out", "team: failed #7")
        .endsWith("team: failed #1005");
  }

  @Test
  void it_is_tried_again_after_longer_and_longer_waits_and_never_given_up() {
    declare("team");
    mail.answer = _ -> nobody();
    write(failed(1));
    hands.pass(HOUR);
    List<Long> tries = mail.tries;
    assertThat(tries.get(1) - tries.get(0)).isBetween(3L, 7L);
    assertThat(tries.get(2) - tries.get(1)).isBetween(7L, 13L);
    assertThat(tries.getLast() - tries.get(tries.size() - 2)).isBetween(239L, 361L);
    assertThat(tries).hasSizeBetween(12, 30);
  }
}
