package dev.slipway.model;

/**
 * The tenant. It is part of every stream key and comes from the credential, never from a parameter.
 */
public record Organisation(String value) implements Comparable<Organisation> {

  /** The organisation of an installation that never named one. */
  public static final Organisation MAIN = new Organisation("main");

  public Organisation {
    Names.checked("organisation", value);
  }

  @Override
  public int compareTo(Organisation other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
