package dev.slipway.model;

import java.util.Comparator;

/**
 * Orders the orders of one slot: the ledger's generation first (a restored backup raises it), then
 * the position of the {@code OrderIssued} entry. An agent refuses a lower fence than the highest it
 * has seen.
 */
public record Fence(long generation, Position position) implements Comparable<Fence> {

  private static final Comparator<Fence> ORDER =
      Comparator.comparingLong(Fence::generation).thenComparing(Fence::position);

  public Fence {
    if (generation < 0) {
      throw new InvalidValue("generation", "must not be negative");
    }
  }

  @Override
  public int compareTo(Fence other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return generation + "." + position;
  }
}
