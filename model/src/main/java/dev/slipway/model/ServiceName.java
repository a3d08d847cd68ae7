package dev.slipway.model;

/** Names a deployable unit of an application. */
public record ServiceName(String value) implements Comparable<ServiceName> {

  public ServiceName {
    Names.checked("service name", value);
  }

  @Override
  public int compareTo(ServiceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
