package dev.slipway.ledger.contract;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is set. Thread-safe. */
public final class SteppedClock implements InstantSource {

  private volatile Instant now = Instant.parse("2026-11-21T12:00:00.125Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void set(Instant instant) {
    now = instant;
  }
}
