package dev.slipway.cli.follow;

import java.time.Duration;

/** Lets time pass; a port, so that tests turn time by hand. */
@FunctionalInterface
public interface Pause {
  void take(Duration time) throws InterruptedException;
}
