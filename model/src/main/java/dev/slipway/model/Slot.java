package dev.slipway.model;

import java.util.Comparator;

/** What one order is for: one application at one target. Fences are per slot. */
public record Slot(TargetId target, ApplicationName application) implements Comparable<Slot> {

  private static final Comparator<Slot> ORDER =
      Comparator.comparing(Slot::target).thenComparing(Slot::application);

  public Placement placement() {
    return new Placement(application, target.environment());
  }

  @Override
  public int compareTo(Slot other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return target + "/" + application;
  }
}
