package dev.slipway.model;

/** Names a trigger within its application. */
public record TriggerName(String value) implements Comparable<TriggerName> {

  public TriggerName {
    Names.checked("trigger name", value);
  }

  @Override
  public int compareTo(TriggerName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
