package dev.slipway.model;

/** Names one concrete runtime within an environment. */
public record TargetName(String value) implements Comparable<TargetName> {

  public TargetName {
    Names.checked("target name", value);
  }

  @Override
  public int compareTo(TargetName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
