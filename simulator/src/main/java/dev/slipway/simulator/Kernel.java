package dev.slipway.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

  private record Due(Instant at, long number, Life life, Runnable task) implements Comparable<Due> {

    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime == 0 ? Long.compare(number, other.number) : byTime;
    }
  }

  private final PriorityQueue<Due> queue = new PriorityQueue<>();
  private SplittableRandom random;
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

  /** Does something that draws from lots of its own, and leaves the others as they were. */
  void drawing(long seed, Runnable task) {
    SplittableRandom before = random;
    random = new SplittableRandom(seed);
    task.run();
    random = before;
  }

  /** Lets a task happen after a while, unless the life that it belongs to has ended by then. */
  public void after(Life life, Duration delay, Runnable task) {
    number++;
    queue.add(new Due(now.plus(delay), number, life, task));
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
    Due next = queue.poll();
    if (next == null) {
      return Optional.empty();
    }
    now = next.at();
    next.life().live(next.task());
    return Optional.of(now);
  }
}
