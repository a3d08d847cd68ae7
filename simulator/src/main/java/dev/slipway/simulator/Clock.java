package dev.slipway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The clock of one machine, which somebody may set wrong. Delays do not go by it. */
public final class Clock implements InstantSource {

  private final Kernel kernel;
  private Duration ahead = Duration.ZERO;
  private Instant setAt = Instant.MIN;

  Clock(Kernel kernel) {
    this.kernel = kernel;
  }

  /** Sets it wrong by so much; before the right time where that is negative. */
  public void set(Duration wrongBy) {
    ahead = wrongBy;
    setAt = kernel.instant();
  }

  /** When somebody set it last, by the right time. */
  Instant setAt() {
    return setAt;
  }

  @Override
  public Instant instant() {
    return kernel.instant().plus(ahead);
  }
}
