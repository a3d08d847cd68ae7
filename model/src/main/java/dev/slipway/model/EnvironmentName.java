package dev.slipway.model;

/** Names a place that applications are delivered to. */
public record EnvironmentName(String value) implements Comparable<EnvironmentName> {

  public EnvironmentName {
    Names.checked("environment name", value);
  }

  @Override
  public int compareTo(EnvironmentName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
