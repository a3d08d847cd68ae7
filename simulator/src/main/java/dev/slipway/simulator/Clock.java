package dev.slipway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of one machine, which somebody may set wrong. Delays do not go by it. */
public final class Clock implements InstantSource {

  private final Kernel kernel;
  private Duration ahead = Duration.ZERO;

  Clock(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Sets it wrong by so much; before the right time where that is negative. */
  public void set(Duration wrongBy) {
    ahead = wrongBy;
  }

  @Override
  public Instant instant() {
    return kernel.instant().plus(ahead);
  }
}
