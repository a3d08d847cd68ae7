package dev.slipway.loop.keeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.GenerationRaised;
import dev.slipway.model.entry.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LedgerTimeTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final AtomicReference<Instant> clock = new AtomicReference<>(NOON);
  private final LedgerTime time = new LedgerTime(clock::get);

  @Test
  void it_is_that_of_the_clock() {
    time.took(List.of(entry(NOON.minus(Duration.ofHours(1)))));
    assertThat(time.instant()).isEqualTo(NOON);
  }

  @Test
  void it_never_goes_back_behind_the_last_entry() {
    time.took(List.of(entry(NOON)));
    clock.set(NOON.minus(Duration.ofHours(1)));
    assertThat(time.instant()).isEqualTo(NOON);
    clock.set(NOON.plusMillis(1));
    assertThat(time.instant()).isEqualTo(NOON.plusMillis(1));
  }

  @Test
  void nothing_that_was_written_leaves_it_as_it_is() {
    time.took(List.of());
    assertThat(time.instant()).isEqualTo(NOON);
  }

  private static Recorded entry(Instant at) {
    return new Recorded(
        Position.START.next(),
        at,
        StreamKey.of(Organisation.MAIN),
        ActorId.SLIPWAY,
        Optional.empty(),
        new GenerationRaised(1));
  }
}
