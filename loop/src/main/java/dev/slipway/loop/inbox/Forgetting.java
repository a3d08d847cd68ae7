package dev.slipway.loop.inbox;

import dev.slipway.loop.Ports;
import dev.slipway.loop.Stores;
import java.io.IOException;
import java.time.Duration;

/**
 * Forgets what was kept for its time: raw bodies after thirty days, logs as their store keeps them.
 * About once an hour, a few at a time, so that no hour of the day is a busy one and nothing else
 * waits for long.
 */
public final class Forgetting {

  private static final Duration BODIES_KEPT = Duration.ofDays(30);
  private static final int AT_ONCE = 500;

  private static final String LANE = "forgetting";
  private static final Duration FIRST = Duration.ofMinutes(5);
  private static final Duration NEXT = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofSeconds(10);
  private static final double JITTER = 0.2;

  private final Stores stores;
  private final Ports ports;

  public Forgetting(Stores stores, Ports ports) {
    this.stores = stores;
    this.ports = ports;
  }

  /** Begins soon after the start, and goes on for ever; called in the loop's turn. */
  public void start() {
    ports.scheduler().after(FIRST, this::forget);
  }

  private void after(Duration about) {
    double factor = 1 - JITTER + 2 * JITTER * ports.random().nextDouble();
    ports.scheduler().after(Duration.ofMillis(Math.round(about.toMillis() * factor)), this::forget);
  }

  private void forget() {
    ports
        .workers()
        .execute(
            LANE,
            () -> {
              boolean isMore = false;
              try {
                boolean isMoreOfBodies = bodies();
                isMore = logs() || isMoreOfBodies;
              } finally {
                Duration next = isMore ? AGAIN : NEXT;
                ports.scheduler().execute(() -> after(next));
              }
            });
  }

  /** Whether there may be more to forget. */
  private boolean bodies() {
    return stores.bodies().forgetBefore(ports.clock().instant().minus(BODIES_KEPT), AT_ONCE)
        == AT_ONCE;
  }

  private boolean logs() {
    try {
      return stores.logs().removeOld(AT_ONCE) == AT_ONCE;
    } catch (IOException failure) {
      ports.journal().warn("Old logs cannot be removed: " + failure.getMessage());
      return false;
    }
  }
}
