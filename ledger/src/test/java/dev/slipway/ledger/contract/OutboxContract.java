package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Outbox;
import dev.slipway.ledger.Outbox.Failure;
import dev.slipway.ledger.Outbox.Kept;
import dev.slipway.ledger.Outbox.Place;
import dev.slipway.model.NotificationName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is expected of whatever keeps how far receivers were told. */
public abstract class OutboxContract {

  private static final Place PLACE = new Place(Organisation.MAIN, new NotificationName("team"));
  private static final Instant NOW = Instant.parse("2026-11-30T07:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Kept FRESH = Kept.from(new Position(7));
  private static final Kept TOLD =
      new Kept(
          new Position(9),
          new TreeSet<>(List.of(new Position(12), new Position(14))),
          3,
          Optional.of(NOW),
          Optional.of(new Failure(NOW, "Nobody answers.")),
          Optional.of(NOW),
          2);

  protected abstract Outbox outbox();

  /** The same, as whoever comes next finds it. */
  protected abstract Outbox reopened();

  @Test
  void nothing_is_kept_at_first() {
    assertThat(outbox().all()).isEmpty();
  }

  @Test
  void whoever_takes_a_receiver_first_has_it_and_begins_where_it_was_declared() {
    Outbox outbox = outbox();
    assertThat(outbox.claim(PLACE, FRESH, "a", NOW, LATER)).contains(FRESH);
    assertThat(outbox.claim(PLACE, FRESH, "b", NOW, LATER)).isEmpty();
    assertThat(outbox.claim(PLACE, FRESH, "a", NOW, LATER)).contains(FRESH);
  }

  @Test
  void what_is_kept_is_found_again() {
    Outbox outbox = outbox();
    outbox.claim(PLACE, FRESH, "a", NOW, LATER);
    assertThat(outbox.keep(PLACE, TOLD, "a", LATER)).isTrue();
    assertThat(reopened().all()).isEqualTo(Map.of(PLACE, TOLD));
  }

  @Test
  void another_takes_over_when_its_time_is_over_and_goes_on_from_there() {
    Outbox outbox = outbox();
    outbox.claim(PLACE, FRESH, "a", NOW, LATER);
    outbox.keep(PLACE, TOLD, "a", LATER);
    assertThat(outbox.claim(PLACE, FRESH, "b", LATER, LATER.plusSeconds(60))).contains(TOLD);
    assertThat(outbox.keep(PLACE, FRESH, "a", LATER.plusSeconds(120))).isFalse();
    assertThat(outbox.all()).isEqualTo(Map.of(PLACE, TOLD));
  }

  @Test
  void who_keeps_something_has_it_for_longer() {
    Outbox outbox = outbox();
    outbox.claim(PLACE, FRESH, "a", NOW, LATER);
    outbox.keep(PLACE, TOLD, "a", LATER.plusSeconds(60));
    assertThat(outbox.claim(PLACE, FRESH, "b", LATER, LATER.plusSeconds(60))).isEmpty();
  }

  @Test
  void what_is_forgotten_begins_anew() {
    Outbox outbox = outbox();
    outbox.claim(PLACE, FRESH, "a", NOW, LATER);
    outbox.keep(PLACE, TOLD, "a", LATER);
    outbox.forget(PLACE);
    assertThat(outbox.all()).isEmpty();
    assertThat(outbox.keep(PLACE, TOLD, "a", LATER)).isFalse();
    assertThat(outbox.claim(PLACE, FRESH, "b", NOW, LATER)).contains(FRESH);
  }
}
