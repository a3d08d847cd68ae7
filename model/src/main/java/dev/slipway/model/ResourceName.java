package dev.slipway.model;

/** Names something outside of Slipway that deliveries depend on, such as a database's schema. */
public record ResourceName(String value) implements Comparable<ResourceName> {

  public ResourceName {
    Names.checked("resource name", value);
  }

  @Override
  public int compareTo(ResourceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
