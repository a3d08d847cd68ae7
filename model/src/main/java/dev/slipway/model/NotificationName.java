package dev.slipway.model;

/** Names a notification: who is told what, and where. */
public record NotificationName(String value) implements Comparable<NotificationName> {

  public NotificationName {
    Names.checked("notification name", value);
  }

  @Override
  public int compareTo(NotificationName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
