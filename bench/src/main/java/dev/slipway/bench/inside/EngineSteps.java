package dev.slipway.bench.inside;

import dev.slipway.ledger.memory.MemoryLedger;
import dev.slipway.ledger.memory.MemorySnapshots;
import java.time.InstantSource;

/**
 * How fast deploys that are queued are decided and folded when nothing else is done: engine, loop
 * and ledger in memory.
 *
 * @param perMinute steps, which are orders with their outcomes
 */
public record EngineSteps(double perMinute) {

  private static final int BATCH = 200;
  private static final double NANOS_PER_MINUTE = 60e9;

  /** Takes as many as {@code counted} after {@code warmUps}. */
  public static EngineSteps measure(int warmUps, int counted, InstantSource clock) {
    MemoryLedger ledger = MemoryLedger.immediate(clock);
    Inside inside =
        Inside.on(ledger, new MemorySnapshots(), clock, Integer.MAX_VALUE).founded(ledger);
    run(inside, warmUps);
    long took = run(inside, counted);
    return new EngineSteps(counted * NANOS_PER_MINUTE / took);
  }

  /** The time in which what was queued was carried out, in nanoseconds. */
  private static long run(Inside inside, int steps) {
    long took = 0;
    for (int left = steps; left > 0; left -= BATCH) {
      int now = Math.min(left, BATCH);
      for (int i = 0; i < now; i++) {
        inside.deploy();
      }
      long began = System.nanoTime();
      inside.steps(now);
      took += System.nanoTime() - began;
    }
    return took;
  }
}
