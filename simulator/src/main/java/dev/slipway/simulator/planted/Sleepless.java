package dev.slipway.simulator.planted;

import dev.slipway.ledger.Timers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Timers that are set, and never go off. */
final class Sleepless implements Timers {

  @Override
  public void set(String name, Instant at) {
    // What should be remembered is what is left out here.
  }

  @Override
  public void clear(String name) {
    // Nothing is there.
  }

  @Override
  public List<String> due(Instant now, int limit) {
    return List.of();
  }

  @Override
  public Optional<Instant> next() {
    return Optional.empty();
  }
}
