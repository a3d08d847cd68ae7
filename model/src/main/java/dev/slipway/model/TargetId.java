package dev.slipway.model;

import java.util.Comparator;

/** A target's full name: a target belongs to exactly one environment. */
public record TargetId(EnvironmentName environment, TargetName target)
    implements Comparable<TargetId> {

  private static final Comparator<TargetId> ORDER =
      Comparator.comparing(TargetId::environment).thenComparing(TargetId::target);

  @Override
  public int compareTo(TargetId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return environment + "/" + target;
  }
}
