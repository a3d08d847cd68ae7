package dev.slipway.model;

/** Identifies a public key by the start of its digest. */
public record KeyId(String value) implements Comparable<KeyId> {

  public KeyId {
    Names.checked("key id", value);
  }

  @Override
  public int compareTo(KeyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
