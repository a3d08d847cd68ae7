package dev.slipway.model;

/**
 * A full Git object id: 40 hexadecimal digits (SHA-1) or 64 (SHA-256), lower case. Never an
 * abbreviation.
 */
public record Sha(String value) implements Comparable<Sha> {

  private static final int SHORT_LENGTH = 7;

  public Sha {
    if (!Hex.isHex(value, 40) && !Hex.isHex(value, 64)) {
      throw new InvalidValue(
          "commit id", "must be a full one: 40 or 64 lower-case hexadecimal digits");
    }
  }

  /** The seven digits that people read; not an identity. */
  public String abbreviated() {
    return value.substring(0, SHORT_LENGTH);
  }

  @Override
  public int compareTo(Sha other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
