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

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws InvalidValue for anything else
   */
  public static Fence parse(String text) {
    if (!text.matches("[0-9]{1,18}\\.[0-9]{1,18}")) {
      throw new InvalidValue("fence", "must be generation.position");
    }
    String[] parts = text.split("\\.", 2);
    return new Fence(Long.parseLong(parts[0]), new Position(Long.parseLong(parts[1])));
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
