package dev.slipway.model;

/** Names a set of people whose word is asked for. */
public record GroupName(String value) implements Comparable<GroupName> {

  public GroupName {
    Names.checked("group name", value);
  }

  @Override
  public int compareTo(GroupName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
