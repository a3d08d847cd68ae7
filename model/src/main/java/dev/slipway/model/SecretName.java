package dev.slipway.model;

/** The name of a secret, or of a program that gives secrets, at a target; never a path. */
public record SecretName(String value) implements Comparable<SecretName> {

  public SecretName {
    Names.checked("secret name", value);
  }

  @Override
  public int compareTo(SecretName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
