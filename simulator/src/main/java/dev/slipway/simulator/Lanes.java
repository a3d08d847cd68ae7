package dev.slipway.simulator;

import dev.slipway.loop.port.Workers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Work off the loop's turn: within a lane one thing after the other, each taking its time. */
final class Lanes implements Workers {

  private static final Duration TAKES = Duration.ofSeconds(3);

  private final Kernel kernel;
  private final Life life;
  private final Map<String, Instant> freeAt = new HashMap<>();

  Lanes(Kernel kernel, Life life) {
    this.kernel = kernel;
    this.life = life;
  }

  @Override
  public void execute(String lane, Runnable task) {
    Instant now = kernel.instant();
    Instant free = freeAt.getOrDefault(lane, now);
    Instant at = (free.isAfter(now) ? free : now).plus(kernel.upTo(TAKES));
    freeAt.put(lane, at);
    kernel.after(life, Duration.between(now, at), task);
  }
}
