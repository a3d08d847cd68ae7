package dev.slipway.http.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Whether the credential of a request that goes on still counts; looked up at most once a second,
 * however often it is asked. Once it does not count it never does again. Confined to its request.
 */
public final class Standing {

  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final BooleanSupplier look;
  private boolean counts = true;
  private Instant next = Instant.MIN;

  public Standing(InstantSource clock, BooleanSupplier look) {
    this.clock = clock;
    this.look = look;
  }

  /** Whether it counts, as was so a second ago at most. */
  public boolean counts() {
    Instant now = clock.instant();
    if (counts && !now.isBefore(next)) {
      next = now.plus(LOOK_EVERY);
      counts = look.getAsBoolean();
    }
    return counts;
  }
}
