package dev.slipway.loop.keeper;

import dev.slipway.model.entry.Recorded;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * The time that decisions go by: that of the clock, and never earlier than the last entry's. So a
 * clock that is set back brings nothing back that has ended, such as a lock, an approval or the
 * time in which a check had to turn green. Written by the loop's turn alone.
 */
public final class LedgerTime implements InstantSource {

  private final InstantSource clock;
  private volatile Instant last = Instant.EPOCH;

  public LedgerTime(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes what was written, in order. */
  public void took(List<Recorded> entries) {
    entries.stream().map(Recorded::at).max(Instant::compareTo).ifPresent(at -> last = at);
  }

  @Override
  public Instant instant() {
    Instant now = clock.instant();
    return now.isBefore(last) ? last : now;
  }
}
