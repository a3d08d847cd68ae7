package dev.slipway.model;

import java.util.Comparator;

/** One application in one environment: the unit of queueing, rollouts and history. */
public record Placement(ApplicationName application, EnvironmentName environment)
    implements Comparable<Placement> {

  private static final Comparator<Placement> ORDER =
      Comparator.comparing(Placement::application).thenComparing(Placement::environment);

  @Override
  public int compareTo(Placement other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return application + "/" + environment;
  }
}
