package dev.slipway.ledger.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ledger.Outbox;
import dev.slipway.ledger.Outbox.Claim;
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

  private static Claim claim(Outbox outbox, String process, Optional<Long> stood) {
    return outbox.claim(PLACE, FRESH, process, stood);
  }

  /** How far another one has counted. */
  private static Optional<Long> count(Outbox outbox) {
    return claim(outbox, "looks", Optional.empty()) instanceof Claim.Held held
        ? Optional.of(held.count())
        : Optional.empty();
  }

  @Test
  void whoever_takes_a_receiver_first_has_it_and_begins_where_it_was_declared() {
    Outbox outbox = outbox();
    assertThat(claim(outbox, "a", Optional.empty())).isEqualTo(new Claim.Taken(FRESH));
    assertThat(claim(outbox, "b", Optional.empty())).isInstanceOf(Claim.Held.class);
    assertThat(claim(outbox, "a", Optional.empty())).isEqualTo(new Claim.Taken(FRESH));
  }

  @Test
  void what_is_kept_is_found_again() {
    Outbox outbox = outbox();
    claim(outbox, "a", Optional.empty());
    assertThat(outbox.keep(PLACE, TOLD, "a")).isTrue();
    assertThat(reopened().all()).isEqualTo(Map.of(PLACE, TOLD));
  }

  @Test
  void another_takes_over_when_the_count_stood_still_and_goes_on_from_there() {
    Outbox outbox = outbox();
    claim(outbox, "a", Optional.empty());
    outbox.keep(PLACE, TOLD, "a");
    Optional<Long> stood = count(outbox);
    assertThat(claim(outbox, "b", stood)).isEqualTo(new Claim.Taken(TOLD));
    assertThat(outbox.keep(PLACE, FRESH, "a")).isFalse();
    assertThat(outbox.all()).isEqualTo(Map.of(PLACE, TOLD));
    assertThat(claim(outbox, "a", stood)).isInstanceOf(Claim.Held.class);
  }

  @Test
  void who_keeps_something_or_claims_it_again_has_it_for_longer() {
    Outbox outbox = outbox();
    claim(outbox, "a", Optional.empty());
    Optional<Long> before = count(outbox);
    outbox.keep(PLACE, TOLD, "a");
    assertThat(claim(outbox, "b", before)).isInstanceOf(Claim.Held.class);
    Optional<Long> then = count(outbox);
    claim(outbox, "a", Optional.empty());
    assertThat(claim(outbox, "b", then)).isInstanceOf(Claim.Held.class);
  }

  @Test
  void what_is_forgotten_begins_anew() {
    Outbox outbox = outbox();
    claim(outbox, "a", Optional.empty());
    outbox.keep(PLACE, TOLD, "a");
    outbox.forget(PLACE);
    assertThat(outbox.all()).isEmpty();
    assertThat(outbox.keep(PLACE, TOLD, "a")).isFalse();
    assertThat(claim(outbox, "b", Optional.empty())).isEqualTo(new Claim.Taken(FRESH));
  }
}
