package dev.slipway.model;

/** A SHA-256 digest, written {@code sha256:} and 64 lower-case hexadecimal digits. */
public record Digest(String value) implements Comparable<Digest> {

  private static final String PREFIX = "sha256:";

  public Digest {
    if (!value.startsWith(PREFIX) || !Hex.isHex(value.substring(PREFIX.length()), 64)) {
      throw new InvalidValue("digest", "must be 'sha256:' and 64 lower-case hexadecimal digits");
    }
  }

  public static Digest ofHex(String hex) {
    return new Digest(PREFIX + hex);
  }

  /** The 64 digits without the prefix. */
  public String hex() {
    return value.substring(PREFIX.length());
  }

  @Override
  public int compareTo(Digest other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
