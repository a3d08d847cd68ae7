package dev.slipway.bench.result;

import java.util.OptionalDouble;

/**
 * What a goal demands of any machine; infinity is no demand.
 *
 * @param ratioMax how many floors the median may take
 * @param cpuMax how much of the server's processor time an operation may take, in milliseconds
 */
public record Target(double ratioMax, double cpuMax) {

  public static Target ratio(double ratioMax) {
    return new Target(ratioMax, Double.POSITIVE_INFINITY);
  }

  public static Target cpu(double cpuMax) {
    return new Target(Double.POSITIVE_INFINITY, cpuMax);
  }

  public Target andCpu(double max) {
    return new Target(ratioMax, max);
  }

  /** Whether what is demanded was measured, and lies within. */
  public boolean isMetBy(OptionalDouble ratio, OptionalDouble cpu) {
    return isWithin(ratio, ratioMax) && isWithin(cpu, cpuMax);
  }

  private static boolean isWithin(OptionalDouble measured, double max) {
    return Double.isInfinite(max) || (measured.isPresent() && measured.getAsDouble() <= max);
  }
}
