package dev.slipway.bench.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Durations of the rounds of one run, in nanoseconds. Immutable. */
public final class Samples {

  private static final double NANOS_PER_MILLI = 1_000_000.0;

  private final long[] ascending;

  private Samples(long[] ascending) {
    this.ascending = ascending;
  }

  /**
   * The samples of at least one round.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static Samples of(List<Long> nanos) {
    if (nanos.isEmpty()) {
      throw new IllegalArgumentException("Without a round there is nothing to tell.");
    }
    long[] ascending = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(ascending);
    return new Samples(ascending);
  }

  public int count() {
    return ascending.length;
  }

  /**
   * The smallest sample that at least {@code percent} of all do not exceed (nearest rank), in ms.
   */
  public double percentile(int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("A percentile lies between 1 and 100.");
    }
    int rank = (int) Math.ceil(percent / 100.0 * ascending.length);
    return ascending[rank - 1] / NANOS_PER_MILLI;
  }

  public double p50() {
    return percentile(50);
  }

  /** Collects samples while rounds are run. Not thread-safe. */
  public static final class Collector {

    private final List<Long> nanos = new ArrayList<>();

    public void add(long sample) {
      nanos.add(sample);
    }

    public Samples samples() {
      return of(nanos);
    }
  }
}
