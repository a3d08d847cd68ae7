package dev.slipway.model.definition;

import java.time.Duration;

/**
 * How long taking a slot to its order may take.
 *
 * @param total from start to end
 * @param noOutput without a byte of output; commands only
 */
public record Timeouts(Duration total, Duration noOutput) {

  /** An hour in all, ten minutes without output. */
  public static final Timeouts STANDARD = new Timeouts(Duration.ofHours(1), Duration.ofMinutes(10));
}
