package dev.slipway.model;

/** Identifies a set of shipments that are delivered as one: a digest of the wish that made it. */
public record SetId(String value) implements Comparable<SetId> {

  public SetId {
    Names.checked("set id", value);
  }

  @Override
  public int compareTo(SetId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
