package dev.slipway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Virtual time. What is to happen is in a queue by time, and by number where the time is the same;
 * time passes only when the next thing happens. One thread.
 */
public final class Kernel implements InstantSource {

  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  private record Happening(Instant at, long number, Life life, Runnable task) {}

  private final PriorityQueue<Happening> queue =
      new PriorityQueue<>(Comparator.comparing(Happening::at).thenComparingLong(Happening::number));
  private final SplittableRandom random;
  private Instant now = BEGINNING;
  private long number;

  public Kernel(long seed) {
    random = new SplittableRandom(seed);
  }

  @Override
  public Instant instant() {
    return now;
  }

  public RandomGenerator random() {
    return random;
  }

  /** Lets a task happen after a while, unless the life that it belongs to has ended by then. */
  public void after(Life life, Duration delay, Runnable task) {
    number++;
    queue.add(new Happening(now.plus(delay), number, life, task));
  }

  /** Lets a task happen after a while drawn evenly from 0 to {@code longest}. */
  public void within(Life life, Duration longest, Runnable task) {
    after(life, upTo(longest), task);
  }

  public Duration upTo(Duration longest) {
    return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
  }

  /** Whether something of this probability, in percent, is so. */
  public boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Lets the next thing happen; empty when nothing is left to. */
  Optional<Instant> step() {
    Happening next = queue.poll();
    if (next == null) {
      return Optional.empty();
    }
    now = next.at();
    if (next.life().isAlive()) {
      next.task().run();
    }
    return Optional.of(now);
  }
}
