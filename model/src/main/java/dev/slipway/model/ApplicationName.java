package dev.slipway.model;

/** Names what one team ships. */
public record ApplicationName(String value) implements Comparable<ApplicationName> {

  public ApplicationName {
    Names.checked("application name", value);
  }

  @Override
  public int compareTo(ApplicationName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
