package dev.slipway.model;

/**
 * One version of a secret that is sealed to an environment's key; what is sealed as one can be
 * opened as no other.
 */
public record SealedName(
    Organisation organisation, EnvironmentName environment, SecretName secret, int version) {

  /** The highest number that a version may have. */
  public static final int VERSION_MAX = 999_999_999;

  public SealedName {
    if (version < 1 || version > VERSION_MAX) {
      throw new InvalidValue("version of a secret", "is a number from 1 to " + VERSION_MAX);
    }
  }
}
