package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Presence;
import dev.slipway.model.ActorId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every presence does. */
public abstract class PresenceContract {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final ActorId AGENT = new ActorId("agent-1");

  protected abstract Presence presence();

  /** Closes the presence and opens it again from what it kept. */
  protected abstract Presence reopened();

  @Test
  void the_latest_word_counts_in_whatever_order_words_come() {
    Presence.Seen latest = new Presence.Seen(NOON, "2");
    presence().heard(AGENT, latest);
    presence().heard(AGENT, new Presence.Seen(NOON.minusSeconds(1), "1"));

    assertThat(presence().lastHeard()).isEqualTo(Map.of(AGENT, latest));
    assertThat(reopened().lastHeard()).isEqualTo(Map.of(AGENT, latest));
  }
}
