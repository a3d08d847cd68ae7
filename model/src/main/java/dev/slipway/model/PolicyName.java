package dev.slipway.model;

/** Names a policy, a document that says what has to be so of services declared elsewhere. */
public record PolicyName(String value) implements Comparable<PolicyName> {

  public PolicyName {
    Names.checked("policy name", value);
  }

  @Override
  public int compareTo(PolicyName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
