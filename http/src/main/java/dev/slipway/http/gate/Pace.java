package dev.slipway.http.gate;

import dev.slipway.http.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each caller in so often and no oftener: a bucket of tokens each, which fills up again. Of
 * more callers than are remembered, the one that was quiet longest begins afresh. Thread-safe.
 */
public final class Pace {

  private static final int CALLERS_MAX = 20_000;
  private static final double MILLIS_PER_SECOND = 1000;

  private final int perSecond;
  private final int burst;
  private final InstantSource clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > CALLERS_MAX;
        }
      };

  /**
   * A pace.
   *
   * @param burst how many calls may come at once
   */
  public Pace(int perSecond, int burst, InstantSource clock) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.clock = clock;
  }

  private record Bucket(double tokens, Instant at) {}

  /** Takes one call of a caller, or ends it with a 429. */
  public void admit(Exchange exchange, String caller) {
    if (!admits(caller)) {
      exchange.answerHeader("Retry-After", "1");
      throw Refusal.of(
          429, "too-many-requests", "At most " + perSecond + " requests a second are taken here.");
    }
  }

  /** Has a caller's next calls count less, for they answer what it was asked. */
  public synchronized void expect(String caller, int calls) {
    Bucket filled = filled(caller);
    buckets.put(caller, new Bucket(Math.min(burst, filled.tokens() + calls), filled.at()));
  }

  /** Whether one more call of a caller is taken now; it counts when it is. */
  synchronized boolean admits(String caller) {
    Bucket filled = filled(caller);
    boolean admitted = filled.tokens() >= 1;
    buckets.put(caller, new Bucket(admitted ? filled.tokens() - 1 : filled.tokens(), filled.at()));
    return admitted;
  }

  private Bucket filled(String caller) {
    Instant now = clock.instant();
    Bucket before = buckets.getOrDefault(caller, new Bucket(burst, now));
    double filled =
        before.tokens()
            + Math.max(0, Duration.between(before.at(), now).toMillis())
                * perSecond
                / MILLIS_PER_SECOND;
    return new Bucket(Math.min(burst, filled), now);
  }
}
