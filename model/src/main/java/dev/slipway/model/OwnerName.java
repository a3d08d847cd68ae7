package dev.slipway.model;

/** Names whoever answers for documents, such as {@code finance}. */
public record OwnerName(String value) implements Comparable<OwnerName> {

  public OwnerName {
    Names.checked("owner name", value);
  }

  @Override
  public int compareTo(OwnerName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
