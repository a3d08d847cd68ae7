package dev.slipway.model;

/** Where an entry stands in the ledger: 1, 2, 3 …; 0 is before the first. */
public record Position(long value) implements Comparable<Position> {

  public static final Position START = new Position(0);

  public Position {
    if (value < 0) {
      throw new InvalidValue("position", "must not be negative");
    }
  }

  public Position next() {
    return new Position(value + 1);
  }

  public boolean isAfter(Position other) {
    return value > other.value;
  }

  @Override
  public int compareTo(Position other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
