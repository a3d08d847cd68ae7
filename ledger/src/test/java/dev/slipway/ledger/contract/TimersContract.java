package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Timers;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What all timers do. */
public abstract class TimersContract {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  protected abstract Timers timers();

  /** Closes the timers and opens them again from what they kept. */
  protected abstract Timers reopened();

  @Test
  void due_are_those_whose_time_has_come_earliest_first() {
    timers().set("late", NOON.plusSeconds(2));
    timers().set("early", NOON.minusSeconds(1));
    timers().set("now", NOON);

    assertThat(timers().due(NOON, 10)).containsExactly("early", "now");
    assertThat(timers().due(NOON, 1)).containsExactly("early");
    assertThat(timers().next()).contains(NOON.minusSeconds(1));
  }

  @Test
  void setting_anew_moves_and_clearing_removes() {
    timers().set("a", NOON);
    timers().set("a", NOON.plusSeconds(5));
    assertThat(timers().due(NOON, 10)).isEmpty();

    timers().clear("a");
    timers().clear("never-set");
    assertThat(timers().next()).isEmpty();
  }

  @Test
  void timers_are_there_after_an_orderly_restart() {
    timers().set("a", NOON);
    timers().set("b", NOON);
    timers().clear("b");

    assertThat(reopened().due(NOON, 10)).containsExactly("a");
  }
}
